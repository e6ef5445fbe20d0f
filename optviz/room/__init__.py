"""A class in one room: phones join by a code, answer and race; the server passes on a few numbers.

`state` says what a room is, `changes` what a teacher can do to it, `answers` what an answer may be
and what many of them tell, `store` where rooms are kept, `hub` who is connected, `endpoint` what
goes over a phone's connection; `service` is the door for Streamlit's pages.
"""
