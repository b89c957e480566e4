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
        size = f"size={SIZE_MB}m"
        self.can_fill = os.getuid() == 0 and self._mount("-t", "tmpfs", "-o", size, "tmpfs")
        if self.can_fill:
            folder.chmod(0o755)

    def fill(self) -> None:
        """Make the disk as small as what is on it; raise OSError if that cannot be done."""
        for _ in range(50):
            used = os.statvfs(self.folder)
            # Refused if somebody has written more since we looked.
            if self._remount(f"{(used.f_blocks - used.f_bfree) * used.f_frsize}"):
                return
        raise OSError("The disk could not be filled.")

    def free(self) -> None:
        """Make room again; raise OSError."""
        if not self._remount(f"{SIZE_MB}m"):
            raise OSError("The disk could not be freed.")

    def close(self) -> None:
        if self.can_fill:
            subprocess.run(["umount", "-l", self.folder], check=False)

    def _remount(self, size: str) -> bool:
        return self._mount("-o", f"remount,size={size}")

    def _mount(self, *options: str) -> bool:
        command = ["mount", *options, self.folder]
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
