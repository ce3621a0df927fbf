"""The tables: a dossier as it is now, its earlier states, the links that show it, and a list that waits."""

from __future__ import annotations

from uuid import uuid4

from django.db import models


class DossierRow(models.Model):
    """One dossier: the applicant's document, and beside it the private claims that belong to it.

    `version` counts the saves and guards each of them; `claims_version` counts the changes of the claims. Where
    `key_slots` holds something the dossier is locked: `document` and `claims`, and `document` and `what` of every
    revision, are then sealed text. `epoch` counts up when whoever was let in before has to be let in anew. `link` and
    `recovery` are hashes, never the link or the code. `opened_on` is the last day its pages were looked at, kept only
    where hosted; None where that is not known.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    document = models.JSONField()
    claims = models.JSONField(default=dict)
    claims_version = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    began_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    opened_on = models.DateField(null=True)
    key_slots = models.JSONField(default=list)
    epoch = models.PositiveIntegerField(default=1)
    link = models.CharField(max_length=64, null=True, unique=True)
    recovery = models.CharField(max_length=64, null=True, unique=True)

    class Meta:
        """Where it is kept."""

        db_table = "dossier"


class RevisionRow(models.Model):
    """A state of the document that was saved once, and what was done to reach it.

    `what` is a sentence; it may name an entry, so it is sealed with the rest. `restores` is the version whose state
    came back with it, where it is an undo or a restore. Locking counts as a version and is no state: it has no row.
    """

    dossier = models.ForeignKey(DossierRow, on_delete=models.CASCADE, related_name="revisions")
    version = models.PositiveIntegerField()
    document = models.JSONField()
    what = models.JSONField()
    saved_at = models.DateTimeField()
    restores = models.PositiveIntegerField(null=True)

    class Meta:
        """Where it is kept: one row for each version."""

        db_table = "revision"
        constraints = (models.UniqueConstraint(fields=("dossier", "version"), name="one_revision_a_version"),)
        ordering = ("-version",)


class ShareRow(models.Model):
    """A link that shows a dossier read-only until it is taken back; `token` is a hash of what stands in the link.

    `sealed_key` is the key of a locked dossier, sealed with what only the link holds; there `for_whom` is sealed too.
    """

    dossier = models.ForeignKey(DossierRow, on_delete=models.CASCADE, related_name="shares")
    token = models.CharField(max_length=64, unique=True)
    for_whom = models.JSONField(default=str)
    hides_names = models.BooleanField(default=True)
    hides_scores = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    ends_on = models.DateField(null=True)
    sealed_key = models.JSONField(null=True)

    class Meta:
        """Where it is kept."""

        db_table = "share"
        ordering = ("-made_at",)


class WaitingListRow(models.Model):
    """A list of programs that was read for a dossier and is not kept yet; sealed where the dossier is locked."""

    dossier = models.OneToOneField(DossierRow, on_delete=models.CASCADE, primary_key=True, related_name="waiting_list")
    content = models.JSONField()
    came_at = models.DateTimeField()

    class Meta:
        """Where it is kept: one for each dossier."""

        db_table = "brought_list"
