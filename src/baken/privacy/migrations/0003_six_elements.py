"""A line of the trace says from where and with which result; the end of the trace carries the mark of the house."""

from django.db import migrations, models

from baken.privacy import chain, master


def mark_end(apps, schema_editor):
    """The end as it is now: from here on nobody moves it without the key."""
    for end in apps.get_model("privacy", "TraceEnd").objects.exclude(number=0):
        end.mark = chain.mark("end", (end.number, end.seal), master.derived("trace"))
        end.save(update_fields=["mark"])


class Migration(migrations.Migration):
    dependencies = [("privacy", "0002_trace_start")]

    operations = [
        migrations.AddField("trace", "origin", models.CharField(blank=True, max_length=20)),
        migrations.AddField("trace", "result", models.CharField(blank=True, max_length=20)),
        migrations.AddField("traceend", "mark", models.CharField(blank=True, max_length=64)),
        migrations.RunPython(mark_end, migrations.RunPython.noop),
    ]
