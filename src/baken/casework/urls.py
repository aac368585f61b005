"""Pages of the work in a case, beside those of the case itself."""

from django.urls import path

from baken.casework import views

app_name = "casework"
urlpatterns = [
    path("mijn-werk/", views.mine, name="mine"),
    path("casussen/jaar/", views.year, name="year"),
    path("casussen/<uuid:pk>/plan/", views.plan, name="plan"),
    path("casussen/<uuid:pk>/doel/", views.goal, name="goal"),
    path("casussen/<uuid:pk>/doel/<uuid:goal_pk>/bereikt/", views.reached, name="reached"),
    path("casussen/<uuid:pk>/actie/", views.action, name="action"),
    path("casussen/<uuid:pk>/actie/<uuid:action_pk>/", views.settle, name="settle"),
    path("casussen/<uuid:pk>/actie/<uuid:action_pk>/wijzigen/", views.change, name="change"),
    path("casussen/<uuid:pk>/besluit/", views.decision, name="decision"),
    path("casussen/<uuid:pk>/aantekening/", views.note, name="note"),
    path("casussen/<uuid:pk>/bestand/<uuid:file_pk>/", views.file, name="file"),
    path("casussen/<uuid:pk>/sluiten/", views.close, name="close"),
]
