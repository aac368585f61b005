"""The commands of `baken`, one file each: `add(parser)` declares its words, `run(args)` does the work."""
