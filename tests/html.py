"""Pages as a browser reads them: how a template breaks its lines makes no difference."""

import re

BLOCKS = (
    "html|head|body|title|meta|link|script|section|div|p|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot"
    "|tr|t[hd]|h[1-6]|nav|header|footer|main|aside|article|figure|figcaption|form|details|summary"
    "|blockquote|fieldset|legend|select|option|datalist|svg|rect|line|path|br"
)
INLINE = "a|span|strong|em|small|time|cite|label|button|del|ins|code"
AFTER_OPENING = re.compile(rf"(<(?:{INLINE})\b[^>]*>) ")
BEFORE_CLOSING = re.compile(rf" (</(?:{INLINE})>)")
AROUND_BLOCK = re.compile(rf" ?(</?(?:{BLOCKS})\b[^>]*>) ?")


def html_of(response):
    """The HTML of a page with one space wherever a reader sees white space, and none elsewhere."""
    return squeeze(response.content.decode())


def squeeze(markup):
    markup, before = re.sub(r"\s+", " ", markup).replace(" >", ">"), None
    while markup != before:
        before = markup
        markup = BEFORE_CLOSING.sub(r"\1 ", AFTER_OPENING.sub(r" \1", markup))
        markup = AROUND_BLOCK.sub(r"\1", re.sub(" +", " ", markup))
    return markup
