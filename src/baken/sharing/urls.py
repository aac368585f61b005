"""Pages of sharing: the register, what was received, and the grounds."""

from django.urls import path

from baken.sharing import ground_views, received_views, register_views

app_name = "sharing"
urlpatterns = [
    path("doorgegeven/", register_views.register, name="register"),
    path("doorgegeven/register.csv", register_views.export, name="export"),
    path("grondslagen/", ground_views.grounds, name="grounds"),
    path("grondslagen/<slug:slug>/", ground_views.decide, name="decide"),
    path("ontvangen/", received_views.received, name="received"),
    path("ontvangen/<uuid:pk>/", received_views.delivery, name="delivery"),
    path("ontvangen/<uuid:pk>/antwoord/", received_views.reply, name="reply"),
    path("ontvangen/<uuid:pk>/bijlage/<uuid:file>/", received_views.file, name="received_file"),
    path("doorgegeven/<uuid:pk>/", register_views.disclosure, name="disclosure"),
    path("doorgegeven/<uuid:pk>/vervolg/", register_views.record, name="record"),
    path("doorgegeven/<uuid:pk>/bestand/", register_views.file, name="file"),
]
