"""Accounts: who works here and what each may do (mensen, rollen, rechten).

Regions, municipalities, partner organisations, people with roles, invitations, deputies, and signing in with a
second factor. Code in other rooms asks for a capability (`user.may("read_reports")`), never for a role.
"""
