"""Pages of the directory, under /werk/partners/."""

from django.urls import path

from baken.partners import link_views, views

app_name = "partners"
urlpatterns = [
    path("", views.directory, name="list"),
    path("soort/<slug:slug>/", views.kind, name="kind"),
    path("nieuw/", views.add, name="add"),
    path("<uuid:pk>/", views.entry, name="entry"),
    path("<uuid:pk>/wijzigen/", views.change, name="change"),
    path("<uuid:pk>/nagekeken/", views.check, name="check"),
    path("<uuid:pk>/weghalen/", views.retire, name="retire"),
    path("<uuid:pk>/versies/", views.history, name="history"),
    path("<uuid:pk>/link/", link_views.link, name="link"),
    path("<uuid:pk>/link/<uuid:link_pk>/intrekken/", link_views.withdraw, name="withdraw"),
    path("<uuid:pk>/verbetering/<uuid:proposal_pk>/", link_views.proposal, name="proposal"),
]
