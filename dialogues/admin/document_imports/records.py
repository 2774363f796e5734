"""The list of imports, and the addresses of their screens."""

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.admin.document_imports.add_accepted import add_to_record
from dialogues.admin.document_imports.change_class import change_class
from dialogues.admin.document_imports.decide import decide
from dialogues.admin.document_imports.edit import edit
from dialogues.admin.document_imports.review import review
from dialogues.admin.document_imports.set_up import set_up
from dialogues.admin.document_imports.upload import upload
from dialogues.choices import ImportStep, ProposalState
from dialogues.models import DocumentImport, ImportedRecord

MAY_ADD = permission_required("dialogues.add_documentimport", raise_exception=True)


def _of_import(view):
    """The view of an address with the key of an import, for people who may bring documents in."""

    @MAY_ADD
    def of_import(request, pk, **kwargs):
        document_import = get_object_or_404(DocumentImport, pk=pk)
        if document_import.step != ImportStep.STORED:
            return redirect("admin:dialogues_documentimport_change", pk)
        return view(request, document_import, **kwargs)

    return of_import


class ToReviewFilter(admin.SimpleListFilter):
    """Documents about which something is to be decided."""

    title = gettext_lazy("to review")
    parameter_name = "waits"

    def lookups(self, request, model_admin):
        return [("yes", _("To review"))]

    def queryset(self, request, queryset):
        return (
            queryset.filter(pk__in=DocumentImport.objects.to_review()) if self.value() else queryset
        )


@admin.register(DocumentImport)
class DocumentImportAdmin(admin.ModelAdmin):
    list_display = ["file_name", "source", "dialogue", "document_class", "state", "by", "made_at"]
    list_filter = [ToReviewFilter, "step", "document_class"]
    list_select_related = ["source", "dialogue", "by"]
    search_fields = ["file_name", "source__title", "dialogue__title"]

    def get_queryset(self, request):
        is_open = Q(proposals__state=ProposalState.OPEN)
        return (
            super()
            .get_queryset(request)
            .defer("pieces", "content")
            .annotate(open_count=Count("proposals", filter=is_open))
        )

    def has_delete_permission(self, request, obj=None):
        """Only what was brought in by mistake: decisions by which records were made stay."""
        if obj is None or not super().has_delete_permission(request, obj):
            return False
        made = ImportedRecord.objects.filter(proposal__document_import=obj, is_new=True)
        return not made.exists()

    def add_view(self, request, form_url="", extra_context=None):
        return MAY_ADD(upload)(request)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The screen of the step that the import is at."""
        return _step(request, object_id)

    def get_urls(self):
        views = {
            "decide": decide,
            "class": change_class,
            "add-accepted": add_to_record,
            "edit/<int:key>": edit,
        }
        return [
            path(
                f"<int:pk>/{address}/",
                self.admin_site.admin_view(_of_import(view)),
                name=f"import-{address.partition('/')[0]}",
            )
            for address, view in views.items()
        ] + super().get_urls()

    @admin.display(description=gettext_lazy("state"))
    def state(self, document_import):
        """The step; of a stored one, how much is open."""
        if document_import.step != ImportStep.STORED:
            return document_import.get_step_display()
        if not document_import.open_count:
            return _("all is decided")
        return _("%d open") % document_import.open_count


@MAY_ADD
def _step(request, key):
    imports = DocumentImport.objects.select_related("source", "dialogue")
    document_import = get_object_or_404(imports, pk=key if key.isdecimal() else None)
    screens = {ImportStep.READ: set_up, ImportStep.STORED: review}
    screen = screens.get(document_import.step, _wait)
    return screen(request, document_import)


def _wait(request, document_import):
    """How far the worker is; the page asks again."""
    context = admin.site.each_context(request) | {
        "title": _("Being read"),
        "subtitle": document_import.file_name,
        "import": document_import,
    }
    return render(request, "admin/dialogues/imports/wait.html", context)
