"""Referrals that other systems send us: `$process-message`, as BaRS Core 1.5.0 has receivers."""
