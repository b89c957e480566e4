"""How long referrals are kept, as administrators see and steer it. No health data here."""
