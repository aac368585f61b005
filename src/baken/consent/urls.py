"""Pages of consent and giving, beside those of the case itself."""

from django.urls import path

from baken.consent import give_views, views

app_name = "consent"
urlpatterns = [
    path("casussen/<uuid:pk>/toestemming/", views.consents, name="list"),
    path("casussen/<uuid:pk>/toestemming/nieuw/", views.new, name="new"),
    path("casussen/<uuid:pk>/toestemming/<uuid:consent_pk>/intrekken/", views.withdraw, name="withdraw"),
    path("casussen/<uuid:pk>/verstrekkingen/", give_views.register, name="register"),
    path("casussen/<uuid:pk>/verstrekken/", give_views.give, name="give"),
    path("ontvangen/<uuid:pk>/als-casus/", give_views.take_over, name="take_over"),
]
