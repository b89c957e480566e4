"""Submit referrals while everything around them is killed, filled up or put out of step.

    python -m tests.faults --database sqlite --submissions 1000

Real gunicorn workers, real outbox workers, a real database and a receiver that fails. What was
acknowledged is compared with what is there, and the tally is printed; see run.py.
"""
