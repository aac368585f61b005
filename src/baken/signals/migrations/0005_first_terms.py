"""Every open report gets its last day, by the proposed terms. Backwards there is nothing to do: the fields go."""

from django.db import migrations

from baken.signals.terms import Terms, due


def fill(apps, schema_editor):
    reports = apps.get_model("signals", "Report").objects
    for report in reports.exclude(status="closed").only("status", "urgency", "received_on").iterator():
        last = due(report.status, report.urgency, report.received_on, Terms())
        reports.filter(pk=report.pk).update(term_from=report.received_on, due_on=last)


class Migration(migrations.Migration):
    dependencies = [("signals", "0004_terms")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
