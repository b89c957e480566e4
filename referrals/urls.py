from django.urls import path

from referrals.journey.views import form, front, sending

urlpatterns = [
    path("", front.refer, name="refer"),
    path("form/<str:token>/", form.referral_resume, name="referral_resume"),
    path("form/<str:token>/saved/", form.referral_saved, name="referral_saved"),
    path("form/<str:token>/check/", sending.referral_check, name="referral_check"),
    path("form/<str:token>/send/", sending.referral_submit, name="referral_submit"),
    path("form/<str:token>/sent/", sending.referral_done, name="referral_done"),
    path("form/<str:token>/step/<slug:step>/", form.referral_step, name="referral_step"),
    path("form/<str:token>/step/<slug:step>/help/", form.referral_help, name="referral_help"),
    path("<slug:pathway>/", front.referral_start, name="referral_start"),
    path("<slug:pathway>/begin/", front.referral_gate, name="referral_gate"),
]
