"""Staff pages of the exchange, below /staff/referrals/."""

from django.urls import path

from referrals.exchange.copies.views import referral_bundle, referral_pdf
from referrals.exchange.deliveries import views
from referrals.exchange.inbound.staff.views import message_as_it_came

urlpatterns = [
    path("deliveries/", views.deliveries, name="deliveries"),
    path("deliveries/replay/", views.delivery_replay_all, name="deliveries_replay"),
    path("deliveries/<uuid:key>/replay/", views.delivery_replay, name="delivery_replay"),
    path("deliveries/<uuid:key>/close/", views.delivery_close, name="delivery_close"),
    path("<str:reference>/pdf/", referral_pdf, name="referral_pdf"),
    path("<str:reference>/message/", referral_bundle, name="referral_bundle"),
    path("<str:reference>/messages/<uuid:key>/", message_as_it_came, name="message_as_it_came"),
]
