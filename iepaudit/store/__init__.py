"""Reports put away: packed (`codec`), for the length of a run (`spool`), and from one run to the next (`cache`)."""
