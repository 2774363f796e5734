"""The public addresses. They are a contract: add to them, but never change or remove one."""

from django.contrib.sitemaps.views import index, sitemap
from django.urls import path, register_converter
from django.urls.converters import IntConverter

from dialogues.exports.tables import TABLE_FORMATS
from dialogues.feeds import CorrectionFeed, statement_feed
from dialogues.http.negotiation import or_json
from dialogues.sitemaps import SITEMAPS
from dialogues.views import (
    about,
    api,
    api_reference,
    chart_files,
    charts,
    citations,
    cited_records,
    corrections,
    dialogues,
    embeds,
    engagements,
    exports,
    frozen_results,
    home,
    oai,
    participants,
    people,
    pictures,
    plain_text,
    previews,
    primer,
    releases,
    reports,
    robots,
    search,
    signposting,
    sources,
    statements,
    themes,
    verify,
    versions,
    votes,
)
from dialogues.views.analysis import (
    brief,
    commitment,
    comparison,
    coverage,
    figures,
    joint_statements,
    overview,
    positions,
    series,
    world_map,
)


class ReferenceConverter:
    """A reference or code, perhaps misspelled; views check it."""

    regex = "[0-9A-Za-z-]{1,40}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class NumberConverter(IntConverter):
    """A version number without leading zeros."""

    regex = "0|[1-9][0-9]{0,8}"


class ExtensionConverter(ReferenceConverter):
    """The extension of a file: ris, csl.json."""

    regex = r"[a-z]{1,10}(\.json)?"


class TableConverter(ReferenceConverter):
    """The extension of a table."""

    regex = "|".join(TABLE_FORMATS)


class ChartConverter(ReferenceConverter):
    """The extension of a chart's file."""

    regex = "csv|json|svg|png"


class PictureConverter(ReferenceConverter):
    """The extension of a chart's drawing."""

    regex = "svg|png"


register_converter(ChartConverter, "chart")
register_converter(PictureConverter, "picture")
register_converter(TableConverter, "table")
register_converter(NumberConverter, "number")
register_converter(ReferenceConverter, "reference")
register_converter(ExtensionConverter, "extension")


# Analyses whose tables have the numbers of their charts.
WITH_TABLES = ("coverage", "series", "compare", "commitment")


# Lists whose page has no table at the same address.
LISTS_AS_DATA = (
    "dialogues states groups organizations people themes sources engagements corrections"
).split()


AS_TEXT = "dialogues states groups organizations people themes sources votes".split()


def text_paths(kind):
    """The records of a kind as plain text: the list, and each with its statements."""
    values = {"kind": kind}
    return [
        path(f"{kind}.md", plain_text.record_list_text, values, name=f"{kind}-text"),
        path(f"{kind}/<slug:slug>.md", plain_text.record_text, values, name=f"{kind}-record-text"),
    ]


def record_paths(kind, name, view):
    """The page of a record, and the record as JSON."""
    record = f"{name}-record"
    return [
        path(f"{kind}/<slug:slug>.json", api.record_file, {"kind": kind}, name=record),
        path(f"{kind}/<slug:slug>/", or_json(view, record), name=f"{name}-detail"),
    ]


def chart_paths(address, name, chart):
    """The files and the picture card of a chart, and the page that another site can frame."""
    files = "picture" if address in WITH_TABLES else "chart"
    return [
        path(f"{address}.<{files}:extension>", chart_files.chart_file, {"chart": chart}, name=name),
        path(f"{address}/card.png", chart_files.chart_card, {"chart": chart}, name=f"{name}-card"),
        path(f"embed/{address}/", embeds.chart_embed, {"chart": chart}, name=f"{name}-embed"),
    ]


urlpatterns = [
    path("", home.home, name="home"),
    path("site.webmanifest", robots.manifest, name="manifest"),
    path("favicon.ico", robots.favicon, name="icon"),
    path("about/", about.about, name="about"),
    path("about/method/", about.method, name="method"),
    path("about/using/", primer.using, name="using"),
    path("about/who/", about.who, name="who"),
    path("about/privacy/", about.privacy, name="privacy"),
    path("about/accessibility/", about.accessibility, name="accessibility"),
    path(".well-known/security.txt", robots.security_txt, name="security-txt"),
    path("r2p/", primer.primer, name="primer"),
    path("r2p/glossary/", primer.glossary, name="glossary"),
    path("help/search/", search.search_help, name="search-help"),
    path("suggest/", search.suggest, name="suggest"),
    path("corrections/", corrections.correction_list, name="corrections"),
    path("feeds/statements.atom", statement_feed, name="statement-feed"),
    path("feeds/corrections.atom", CorrectionFeed(), name="correction-feed"),
    path("cite/", cited_records.cited_records, name="cited-records"),
    path("verify/", verify.verify, name="verify"),
    path("verify.json", verify.verify_json, name="verify-json"),
    path("results/new/", frozen_results.result_new, name="result-new"),
    path("results/<reference:code>/", frozen_results.result_detail, name="result-detail"),
    path("results/<reference:code>/cite/", frozen_results.result_cite, name="result-cite"),
    path(
        "results/<reference:code>.<extension:extension>",
        frozen_results.result_file,
        name="result-file",
    ),
    path("data/", releases.release_list, name="release-list"),
    path("data.json", releases.release_list_json, name="release-list-json"),
    path("data/codebook/", releases.codebook, name="codebook"),
    path("data/codebook/<slug:table>/", releases.codebook_table, name="codebook-table"),
    path("data/<number:edition>/", releases.release_detail, name="release-detail"),
    path("data/<number:edition>/cite/", releases.release_cite, name="release-cite"),
    path("data/<number:edition>/<str:name>", releases.release_file, name="release-file"),
    path("llms.txt", plain_text.llms, name="llms"),
    path("statements.md", plain_text.statement_list_text, name="statement-list-text"),
    path(
        "statements/<reference:reference>.md",
        plain_text.statement_text,
        name="statement-text",
    ),
    *[each for kind in AS_TEXT for each in text_paths(kind)],
    path("oai/", oai.oai, name="oai"),
    path("api/", api_reference.reference, name="api-reference"),
    path("api/v1/", api.index, name="api"),
    path("api/v1/schema/", api.schema, name="api-schema"),
    path("api/v1/statements/", api.statement_list, name="api-statement-list"),
    path("api/v1/<slug:kind>/", api.record_list, name="api-list"),
    *[
        path(f"{kind}.json", api.record_list, {"kind": kind}, name=f"{kind}-data")
        for kind in LISTS_AS_DATA
    ],
    path("robots.txt", robots.robots, name="robots"),
    path("opensearch.xml", robots.opensearch, name="opensearch"),
    path(
        "sitemap.xml",
        index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-part"},
        name="sitemap",
    ),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap-part"),
    path("dialogues/", dialogues.dialogue_list, name="dialogue-list"),
    path("dialogues/<slug:slug>/", dialogues.DialogueDetail.as_view(), name="dialogue-detail"),
    path("dialogues/<slug:slug>/report/", reports.dialogue_report, name="dialogue-report"),
    *chart_paths("dialogues/speakers", "dialogues-chart", charts.dialogues_chart),
    path(
        "dialogues/<slug:slug>.json",
        api.record_file,
        {"kind": "dialogues"},
        name="dialogue-record",
    ),
    path(
        "dialogues/<slug:slug>.<extension:extension>",
        citations.dialogue_file,
        name="dialogue-file",
    ),
    path("dialogues/<slug:slug>/cite/", citations.dialogue_cite, name="dialogue-cite"),
    path("statements/", statements.statement_list, name="statement-list"),
    path("statements.<extension:extension>", exports.statement_export, name="statement-export"),
    path("statements/cite/", statements.statement_list_cite, name="statement-list-cite"),
    path("statements/values/<slug:key>/", statements.statement_values, name="statement-values"),
    path("statements/<str:reference>/", statements.statement_detail, name="statement-detail"),
    path(
        "statements/<reference:reference>/v<number:number>/",
        versions.version_detail,
        name="version-detail",
    ),
    path(
        "statements/<reference:reference>.<extension:extension>",
        citations.statement_file,
        name="statement-file",
    ),
    path(
        "statements/<reference:reference>/v<number:number>.<extension:extension>",
        citations.version_file,
        name="version-file",
    ),
    path("statements/<reference:reference>/cite/", citations.statement_cite, name="statement-cite"),
    path(
        "statements/<reference:reference>/v<number:number>/cite/",
        citations.version_cite,
        name="version-cite",
    ),
    path(
        "statements/<reference:reference>/linkset.json",
        signposting.linkset,
        name="statement-linkset",
    ),
    path(
        "statements/<reference:reference>/report/",
        reports.statement_report,
        name="statement-report",
    ),
    path(
        "statements/<reference:reference>/card.png", pictures.statement_card, name="statement-card"
    ),
    path(
        "embed/statements/<reference:reference>/v<number:number>/",
        embeds.statement_embed,
        name="statement-embed",
    ),
    path("oembed/", embeds.oembed, name="oembed"),
    path("dialogues/<slug:slug>/card.png", pictures.dialogue_card, name="dialogue-card"),
    path("states/<slug:slug>/card.png", pictures.state_card, name="state-card"),
    path("statements/<reference:reference>/timegate/", versions.timegate, name="timegate"),
    path("statements/<reference:reference>/timemap/", versions.timemap, name="timemap"),
    path(
        "preview/statements/<reference:reference>/",
        previews.statement_preview,
        name="statement-preview",
    ),
    path("preview/dialogues/<slug:slug>/", previews.dialogue_preview, name="dialogue-preview"),
    path("analysis/", overview.analysis, name="analysis"),
    path("coverage/", coverage.coverage_page, name="coverage"),
    *chart_paths("coverage", "coverage-chart", charts.coverage_chart),
    path("coverage.<table:extension>", coverage.coverage_file, name="coverage-file"),
    path("series/", series.series_page, name="series"),
    *chart_paths("series", "series-chart", charts.series_chart),
    path("series.<table:extension>", series.series_file, name="series-file"),
    path("compare/", comparison.compare_page, name="compare"),
    *chart_paths("compare", "compare-chart", charts.comparison_chart),
    path("compare.<table:extension>", comparison.compare_file, name="compare-file"),
    *chart_paths("map", "map-chart", charts.map_chart),
    path("map/", world_map.map_page, name="map"),
    path("joint/", joint_statements.joint_page, name="joint"),
    path("joint.<table:extension>", joint_statements.joint_file, name="joint-file"),
    path("commitment/", commitment.commitment_page, name="commitment"),
    *chart_paths("commitment", "commitment-chart", charts.commitment_chart),
    path("commitment.<table:extension>", commitment.commitment_file, name="commitment-file"),
    path("states/", participants.state_list, name="state-list"),
    *record_paths("states", "state", participants.StateDetail.as_view()),
    *chart_paths("states/<slug:slug>/record", "state-chart", charts.state_chart),
    path("states/<slug:slug>/positions/", positions.state_positions, name="state-positions"),
    path(
        "states/<slug:slug>/positions.<table:extension>",
        positions.state_positions_file,
        name="state-positions-file",
    ),
    path("states/<slug:slug>/brief/", brief.brief_page, name="brief"),
    path("states/<slug:slug>/brief.<table:extension>", brief.brief_file, name="brief-file"),
    *chart_paths("groups/participation", "groups-chart", charts.groups_chart),
    path("groups/", participants.GroupList.as_view(), name="group-list"),
    *record_paths("groups", "group", participants.GroupDetail.as_view()),
    path("organizations/", participants.OrganizationList.as_view(), name="organization-list"),
    *record_paths("organizations", "organization", participants.OrganizationDetail.as_view()),
    *chart_paths(
        "organizations/<slug:slug>/record", "organization-chart", charts.organization_chart
    ),
    path("people/", people.PersonList.as_view(), name="person-list"),
    *record_paths("people", "person", people.PersonDetail.as_view()),
    path("themes/", themes.ThemeList.as_view(), name="theme-list"),
    *chart_paths("themes/years", "themes-chart", charts.themes_chart),
    path("themes/years/", themes.theme_years_page, name="theme-years"),
    *record_paths("themes", "theme", themes.ThemeDetail.as_view()),
    *chart_paths("themes/<slug:slug>/years", "theme-chart", charts.theme_chart),
    path("themes/<slug:slug>/positions/", positions.theme_positions, name="theme-positions"),
    path(
        "themes/<slug:slug>/positions.<table:extension>",
        positions.theme_positions_file,
        name="theme-positions-file",
    ),
    path("sources/", sources.SourceList.as_view(), name="source-list"),
    path("sources/<slug:slug>/", sources.SourceDetail.as_view(), name="source-detail"),
    path("sources/<slug:slug>.json", api.record_file, {"kind": "sources"}, name="source-record"),
    path("sources/<slug:slug>.<extension:extension>", citations.source_file, name="source-file"),
    path("sources/<slug:slug>/cite/", citations.source_cite, name="source-cite"),
    path("engagements/", engagements.engagement_list, name="engagement-list"),
    path("votes/", votes.vote_list, name="vote-list"),
    path("votes.<table:extension>", votes.vote_list_file, name="vote-list-file"),
    path("votes/<slug:slug>/", votes.vote_detail, name="vote-detail"),
    path("votes/<slug:slug>.<table:extension>", votes.vote_file, name="vote-file"),
    path("figures/", figures.figure_list, name="figure-list"),
    path("figures.<table:extension>", figures.figure_file, name="figure-file"),
]
