"""What becomes of a care network: waits, beds, staff, ways and patients, replicate by replicate."""
