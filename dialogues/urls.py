"""The public addresses. They are a contract: more may come, none changes."""

from django.contrib.sitemaps.views import index, sitemap
from django.urls import path, register_converter

from dialogues.feeds import CorrectionFeed, StatementFeed
from dialogues.sitemaps import SITEMAPS
from dialogues.views import (
    charts,
    citations,
    corrections,
    dialogues,
    exports,
    figures,
    home,
    participants,
    people,
    programs,
    results,
    search,
    signposts,
    sources,
    statements,
    themes,
    verify,
    versions,
)


class WordConverter:
    """A part of an address before a suffix: it has no dot."""

    regex = "[^/.]+"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class ExtensionConverter(WordConverter):
    """The end of a file's name: ris, csl.json."""

    regex = r"[a-z]+(\.json)?"


MAP = {"sitemaps": SITEMAPS}

register_converter(WordConverter, "word")
register_converter(ExtensionConverter, "extension")

urlpatterns = [
    path("", home.home, name="home"),
    path("favicon.ico", home.icon, name="icon"),
    path("about/", home.about, name="about"),
    path("about/method/", home.method, name="method"),
    path("help/search/", search.search_help, name="search-help"),
    path("suggest/", search.suggest, name="suggest"),
    path("corrections/", corrections.correction_list, name="corrections"),
    path("feeds/statements.atom", StatementFeed(), name="statement-feed"),
    path("feeds/corrections.atom", CorrectionFeed(), name="correction-feed"),
    path("verify/", verify.verify, name="verify"),
    path("verify.json", verify.verify_json, name="verify-json"),
    path("results/new/", results.result_new, name="result-new"),
    path("results/<slug:code>/", results.result_detail, name="result-detail"),
    path("results/<slug:code>/cite/", results.result_cite, name="result-cite"),
    path("results/<slug:code>.<extension:extension>", results.result_file),
    path("robots.txt", programs.robots, name="robots"),
    path("opensearch.xml", programs.opensearch, name="opensearch"),
    path(
        "sitemap.xml",
        index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-part"},
        name="sitemap",
    ),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap-part"),
    path("dialogues/", dialogues.dialogue_list, name="dialogue-list"),
    path("dialogues/<slug:slug>/", dialogues.DialogueDetail.as_view(), name="dialogue-detail"),
    path("dialogues/<slug:slug>.<extension:extension>", citations.dialogue_file),
    path("dialogues/<slug:slug>/cite/", citations.dialogue_cite, name="dialogue-cite"),
    path("statements/", statements.statement_list, name="statement-list"),
    path("statements.<extension:extension>", exports.statement_export, name="statement-export"),
    path("statements/cite/", statements.statement_list_cite, name="statement-list-cite"),
    path("statements/values/<slug:key>/", statements.statement_values, name="statement-values"),
    path("statements/<str:reference>/", statements.statement_detail, name="statement-detail"),
    path(
        "statements/<str:reference>/v<int:number>/",
        versions.version_detail,
        name="version-detail",
    ),
    path("statements/<word:reference>.<extension:extension>", citations.statement_file),
    path("statements/<word:reference>/v<int:number>.<extension:extension>", citations.version_file),
    path("statements/<str:reference>/cite/", citations.statement_cite, name="statement-cite"),
    path("statements/<str:reference>/v<int:number>/cite/", citations.version_cite),
    path("statements/<str:reference>/linkset.json", signposts.linkset, name="statement-linkset"),
    path("statements/<str:reference>/timegate/", versions.timegate, name="timegate"),
    path("statements/<str:reference>/timemap/", versions.timemap, name="timemap"),
    path("states/", participants.state_list, name="state-list"),
    path("states/<slug:slug>/", participants.StateDetail.as_view(), name="state-detail"),
    path("states/<slug:slug>/record.csv", charts.state_csv, name="state-csv"),
    path("groups/participation.csv", charts.groups_csv, name="groups-csv"),
    path("groups/", participants.GroupList.as_view(), name="group-list"),
    path("groups/<slug:slug>/", participants.GroupDetail.as_view(), name="group-detail"),
    path("organizations/", participants.OrganizationList.as_view(), name="organization-list"),
    path(
        "organizations/<slug:slug>/",
        participants.OrganizationDetail.as_view(),
        name="organization-detail",
    ),
    path("organizations/<slug:slug>/record.csv", charts.organization_csv, name="organization-csv"),
    path("people/", people.PersonList.as_view(), name="person-list"),
    path("people/<slug:slug>/", people.PersonDetail.as_view(), name="person-detail"),
    path("themes/", themes.ThemeList.as_view(), name="theme-list"),
    path("themes/<slug:slug>/", themes.ThemeDetail.as_view(), name="theme-detail"),
    path("themes/<slug:slug>/years.csv", charts.theme_csv, name="theme-csv"),
    path("sources/", sources.SourceList.as_view(), name="source-list"),
    path("sources/<slug:slug>/", sources.SourceDetail.as_view(), name="source-detail"),
    path("sources/<slug:slug>.<extension:extension>", citations.source_file),
    path("sources/<slug:slug>/cite/", citations.source_cite, name="source-cite"),
    path("figures/", figures.FigureList.as_view(), name="figure-list"),
]
