"""Signing in: the pages of allauth that we want, without open registration."""

from allauth.account import views as account
from django.urls import include, path

from baken.accounts import join_views

urlpatterns = [
    path("", account.login, name="account_login"),
    path("uit/", account.logout, name="account_logout"),
    path("opnieuw/", account.reauthenticate, name="account_reauthenticate"),
    path("gesloten/", account.account_inactive, name="account_inactive"),
    path("wachtwoord/", account.password_change, name="account_change_password"),
    path("wachtwoord/eerste/", account.password_set, name="account_set_password"),
    path("uitnodiging/", join_views.by_invitation, name="account_signup"),
    path("tweede-stap/", include("allauth.mfa.urls")),
]
