"""Pages of the work around reports; they stand under `inbox`, beside those of one report."""

from django.urls import path

from baken.triage import along_views, list_views, relation_views, step_views, terms_views

urlpatterns = [
    path("", list_views.inbox, name="inbox"),
    path("samen/", list_views.bulk, name="bulk"),
    path("samen/overdragen/", list_views.bulk_over, name="bulk_over"),
    path("lijsten/bewaren/", list_views.keep, name="keep_filter"),
    path("lijsten/<uuid:pk>/weg/", list_views.forget, name="forget_filter"),
    path("termijnen/", terms_views.terms, name="terms"),
    path("meekijken/<uuid:pk>/", along_views.look, name="along"),
    path("<uuid:pk>/meekijken/", along_views.ask, name="ask_along"),
    path("<uuid:pk>/meekijken/terug/", along_views.stop, name="stop_along"),
    path("<uuid:pk>/stap/<slug:what>/", step_views.step, name="step"),
    path("<uuid:pk>/verbinden/", relation_views.relate, name="relate"),
    path("<uuid:pk>/verbinden/<uuid:relation>/weg/", relation_views.undo, name="unrelate"),
    path("<uuid:pk>/splitsen/", relation_views.split, name="split"),
]
