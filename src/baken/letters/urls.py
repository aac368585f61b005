"""Pages of letters, beside those of the case itself."""

from django.urls import path

from baken.letters import views

app_name = "letters"
urlpatterns = [
    path("<uuid:pk>/brief/<slug:kind>/", views.plain, name="plain"),
    path("<uuid:pk>/brief/<slug:kind>/met-gegevens/", views.given, name="given"),
    path("<uuid:pk>/brieven/<uuid:letter_pk>/", views.letter, name="letter"),
    path("<uuid:pk>/brieven/<uuid:letter_pk>/word/", views.document, name="document"),
]
