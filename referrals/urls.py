from django.urls import path

from referrals.attachments.views import adding
from referrals.journey.views import form, front, returning, sending

urlpatterns = [
    path("", front.refer, name="refer"),
    path("form/<str:token>/", form.referral_resume, name="referral_resume"),
    path("form/<str:token>/saved/", returning.referral_saved, name="referral_saved"),
    path("form/<str:token>/check/", sending.referral_check, name="referral_check"),
    path("form/<str:token>/send/", sending.referral_submit, name="referral_submit"),
    path("form/<str:token>/sent/", sending.referral_done, name="referral_done"),
    path("form/<str:token>/copy/", sending.referral_copy, name="referral_copy"),
    path("form/<str:token>/leave/", returning.referral_leave, name="referral_leave"),
    path("form/<str:token>/files/", adding.referral_files, name="referral_files"),
    path(
        "form/<str:token>/files/<uuid:key>/remove/",
        adding.referral_file_remove,
        name="referral_file_remove",
    ),
    path("form/<str:token>/step/<slug:step>/", form.referral_step, name="referral_step"),
    path("form/<str:token>/step/<slug:step>/help/", form.referral_help, name="referral_help"),
    path("return/<str:token>/", returning.referral_return, name="referral_return"),
    path("return/<str:token>/kept/", returning.referral_kept, name="referral_kept"),
    path("left/", returning.referral_left, name="referral_left"),
    path("<slug:pathway>/", front.referral_start, name="referral_start"),
    path("<slug:pathway>/begin/", front.referral_gate, name="referral_gate"),
    path("<slug:pathway>/begin/<str:now>/", front.referral_ring, name="referral_ring"),
]
