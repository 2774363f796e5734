"""Texts: normalised, cut into paragraphs, compared and made safe for spreadsheets. No database.

Two texts are compared in six ways, from strict to loose:

    normalise                   do they have the same words?
    publishing.quotation_check  is a quotation in the text of its source?
    word_diff                   which words differ between two versions?
    quotation_match             does a pasted quotation fit a statement, omissions allowed?
    quality.near_duplicates     do two statements share nearly all words, in any order?
    search.similar              which statements share most words, of all there are?
"""
