"""`wireprint cluster` on the sample: it ends well and names an original that the sample is known to hold."""

import subprocess
import sys

command, sample = sys.argv[1:]
done = subprocess.run([command, "cluster", sample], stdin=subprocess.DEVNULL, capture_output=True, text=True)
if done.returncode != 0 or "ferry-ap" not in done.stdout:
    print(f"ended with {done.returncode}:\n{done.stdout[:4000]}{done.stderr[:4000]}")
    sys.exit(1)
