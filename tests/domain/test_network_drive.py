"""On which drive a folder lies, as Linux tells it."""

from pathlib import PurePosixPath

import pytest

from desktop.domain.network_drive import is_mounted_from_afar, is_network_type

OFFICE = r"""
22 28 0:20 / /sys rw,nosuid,nodev,noexec,relatime shared:7 - sysfs sysfs rw
28 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw,errors=remount-ro
95 28 8:1 / /boot/efi rw,relatime shared:48 - vfat /dev/sda1 rw,fmask=0077
310 28 0:55 / /home rw,relatime shared:170 - nfs4 nas.moers.example:/home rw,vers=4.2,hard,proto=tcp
402 28 0:61 / /mnt/Amt\040für\040Zuwanderung rw,relatime shared:201 - cifs //dateien/servicestelle rw,vers=3.1.1
417 28 0:66 / /srv/auto rw,relatime shared:211 - autofs systemd-1 rw,fd=51
418 417 0:67 / /srv/auto rw,relatime shared:219 - nfs nas.moers.example:/daten rw,vers=3
431 28 8:17 / /media/becker/STICK rw,nosuid,nodev,relatime shared:230 - vfat /dev/sdb1 rw,uid=1000
432 28 8:18 / /media/becker/Platte rw,nosuid,nodev,relatime shared:231 - fuseblk /dev/sdc1 rw,user_id=0
440 28 0:70 / /run/user/1000/gvfs rw,nosuid,nodev,relatime shared:240 - fuse.gvfsd-fuse gvfsd-fuse rw
441 28 0:71 / /run/user/1000/doc rw,nosuid,nodev,relatime shared:241 - fuse.portal portal rw
450 310 0:72 / /home/becker/lokal rw,relatime shared:250 - ext4 /dev/sda3 rw
not a mount
"""
"""As `/proc/self/mountinfo` stands on a laptop of an office; the names are made up."""

AFAR = {
    "/home/becker/.local/share/wegweiser": True,
    "/mnt/Amt für Zuwanderung/Wegweiser": True,
    "/mnt/Amt für Zuwanderung": True,
    "/mnt/Amt": False,
    "/srv/auto/wegweiser": True,
    "/media/becker/STICK/Büro Moers/wegweiser-data": False,
    "/media/becker/Platte": False,
    "/run/user/1000/gvfs/smb-share:server=dateien,share=amt": True,
    "/run/user/1000/doc/ab12": False,
    "/home/becker/lokal/wegweiser": False,
    "/var/lib": False,
}


@pytest.mark.parametrize(("folder", "is_afar"), AFAR.items())
def test_the_innermost_mount_tells_whether_a_folder_lies_on_another_computer(folder: str, is_afar: bool) -> None:
    assert is_mounted_from_afar(PurePosixPath(folder), OFFICE) is is_afar


def test_where_the_system_tells_nothing_nothing_is_claimed() -> None:
    assert not is_mounted_from_afar(PurePosixPath("/home"), "")


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse", "fuse.sshfs", "fuse.rclone", "fuse.new-one"]
)
def test_what_comes_over_a_network_or_may_do_so_is_told_by_its_type(kind: str) -> None:
    assert is_network_type(kind)


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "vfat", "exfat", "ntfs3", "fuseblk", "fuse.gocryptfs", "overlay"])
def test_disks_sticks_and_encrypted_folders_of_this_computer_are_no_network(kind: str) -> None:
    assert not is_network_type(kind)


def test_a_program_that_runs_from_an_image_is_no_network() -> None:
    assert not is_network_type("fuse.Wegweiser.AppImage")
