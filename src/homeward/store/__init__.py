"""What a study leaves on disk: tables as Parquet files, a folder per run, and what can be asked of them later."""
