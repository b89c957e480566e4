from django.urls import path

from referrals.attachments.views.opening import triage_file
from referrals.exchange.urls import urlpatterns as exchange
from referrals.records import views as records
from referrals.triage.views import queue, referral

urlpatterns = [
    path("", queue.triage_queue, name="triage_queue"),
    path("find/", queue.triage_find, name="triage_find"),
    path("audit/", queue.triage_audit, name="triage_audit"),
    path("records/", records.records, name="referral_records"),
    path("records/hold/", records.records_hold, name="referral_records_hold"),
    path(
        "records/<str:reference>/release/", records.records_release, name="referral_records_release"
    ),
    *exchange,
    path("<str:reference>/", referral.triage_referral, name="triage_referral"),
    path("<str:reference>/secrets/", referral.triage_secrets, name="triage_secrets"),
    path("<str:reference>/files/<uuid:key>/", triage_file, name="triage_file"),
    path("<str:reference>/take/", referral.triage_take, name="triage_take"),
    path("<str:reference>/hand-back/", referral.triage_hand_back, name="triage_hand_back"),
    path("<str:reference>/band/", referral.triage_band, name="triage_band"),
    path("<str:reference>/decide/", referral.triage_decide, name="triage_decide"),
]
