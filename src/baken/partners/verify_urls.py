"""The page behind a link for a partner, for everybody who holds one."""

from django.urls import path

from baken.partners import link_views

app_name = "partner_link"
urlpatterns = [path("partner/<str:token>/", link_views.verify, name="verify")]
