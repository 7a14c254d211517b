import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # for the makers beside the test, whatever the import mode
