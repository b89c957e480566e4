"""A small disk of its own for the database, which can be full for a while."""

import os
import subprocess
from pathlib import Path

SIZE_MB = 3000


class Disk:
    """A folder; on a tmpfs if this process may mount one, else `can_fill` is False."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(mode=0o755)
        self.can_fill = os.getuid() == 0 and self._mount("mount", "-t", "tmpfs", "tmpfs") == 0
        if self.can_fill:
            folder.chmod(0o755)

    def fill(self) -> None:
        """Make the disk as small as what is on it: not a byte more fits."""
        used = os.statvfs(self.folder)
        blocks = used.f_blocks - used.f_bfree
        self._remount(f"{blocks * used.f_frsize}")

    def free(self) -> None:
        self._remount(f"{SIZE_MB}m")

    def close(self) -> None:
        if self.can_fill:
            subprocess.run(["umount", "-l", self.folder], check=False)

    def _remount(self, size: str) -> None:
        subprocess.run(["mount", "-o", f"remount,size={size}", self.folder], check=True)

    def _mount(self, *command: str) -> int:
        done = subprocess.run(
            [*command, "-o", f"size={SIZE_MB}m", self.folder], check=False, capture_output=True
        )
        return done.returncode
