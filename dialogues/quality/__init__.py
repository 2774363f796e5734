"""Checks of what in the records contradicts a source or another record.

A check yields an Issue; the runner saves issues as Findings. The sentence of an issue is stored in
its finding: another wording would reopen findings that a curator has set to ignored.
"""
