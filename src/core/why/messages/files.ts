/** Files, images and sockets of the host. */
import type { CauseTable } from '../cause.ts'

export const fileMessages = {
  'why.file-missing': {
    by: 'libvirt',
    says: [
      "Cannot access storage file '{path}': No such file or directory",
      "Cannot access storage file '{path}' (as uid:{}, gid:{}): No such file or directory",
      "Cannot access backing file '{path}' of storage file '{}'",
      "Could not open '{path}': No such file or directory",
      "could not open disk image {path}: Could not open '{}': No such file or directory",
      "Failed to open file '{path}': No such file or directory",
      "Path '{path}' is not accessible: No such file or directory",
      'unable to stat: {path}: No such file or directory',
      "Unable to open '{path}': No such file or directory",
      "cannot open file '{path}': No such file or directory",
      'unable to stat for disk {}: {path}',
      'Could not open backing file: Could not open {path}: No such file or directory',
    ],
    cause:
      'There is no file {path} on the host, or the one who runs QEMU can’t see it. Make it, or correct the path.',
    run: 'ls -l {path}',
  },
  'why.file-denied': {
    by: 'libvirt',
    says: [
      "Cannot access storage file '{path}': Permission denied",
      "Cannot access storage file '{path}' (as uid:{}, gid:{}): Permission denied",
      "Could not open '{path}': Permission denied",
      "Failed to open file '{path}': Permission denied",
      "Unable to open '{path}': Permission denied",
      "cannot open file '{path}': Permission denied",
      "Failed to create file '{path}': Permission denied",
      "cannot create directory '{path}': Permission denied",
      'could not open disk image {path}: Permission denied',
    ],
    cause:
      'The one who runs QEMU may not open {path}. Under qemu:///system that is its own user (libvirt-qemu or qemu), who also has to enter every directory above: the usual place is /var/lib/libvirt/images. AppArmor and SELinux refuse with the same words.',
    run: 'namei -l {path}; sudo journalctl -k -g DENIED --since -10min',
  },
  'why.apparmor': {
    by: 'Linux',
    says: [
      'apparmor="DENIED" operation="{operation}" class="file" profile="libvirt-{profile}" name="{path}"',
      'apparmor="DENIED" operation="{operation}" profile="libvirt-{profile}" name="{path}"',
      'apparmor="DENIED" operation="{operation}" class="file" profile="{profile}" name="{path}"',
    ],
    cause:
      'AppArmor keeps QEMU from {path}. libvirt allows what the domain names, and nothing that the file leads to by a link or a backing file that nobody named: name the file itself, or add a line to /etc/apparmor.d/abstractions/libvirt-qemu.',
    run: 'sudo journalctl -k -g apparmor --since -10min',
  },
  'why.apparmor-profile': {
    by: 'libvirt',
    says: ["cannot load AppArmor profile 'libvirt-{profile}'", 'error calling aa_change_profile()'],
    cause: 'libvirt could not make the AppArmor profile of this VM. The journal says at which line.',
    run: 'sudo journalctl -b -u libvirtd -u virtqemud -g apparmor',
  },
  'why.selinux': {
    by: 'Linux',
    says: [
      'avc: denied { {operation} } for pid={} comm="{program}" name="{path}"',
      'avc: denied { {operation} } for pid={} comm="{program}" path="{path}"',
      "unable to set security context '{label}' on '{path}'",
      'SELinux is preventing {program} from {operation} access on the file {path}',
    ],
    cause:
      'SELinux keeps QEMU from {path}. Give the file the label of images, or keep it below /var/lib/libvirt/images.',
    run: 'sudo restorecon -Rv {path}; sudo ausearch -m avc -ts recent',
  },
  'why.image-locked': {
    by: 'QEMU',
    says: [
      'Failed to get "write" lock Is another process using the image [{path}]?',
      'Failed to get shared "write" lock Is another process using the image [{path}]?',
      'Failed to get "consistent read" lock Is another process using the image [{path}]?',
      'Failed to get "write" lock',
      'Failed to get shared "write" lock',
      'Failed to lock byte {}',
    ],
    cause:
      'Another process has the image open: this VM or another one that runs, or a tool such as qemu-img or qemu-nbd. Two writers would destroy it. End the other one.',
    run: 'sudo lsof {path}',
    at: 'devices.disks',
  },
  'why.domain-lock': {
    by: 'libvirt',
    says: [
      "Failed to acquire lock: Lockspace resource '{path}' is locked",
      "resource busy: Lockspace resource '{path}' is locked",
      "Requested device '{}' is locked by lock file '{path}'",
    ],
    cause:
      'Another VM that runs holds the lock of {path}. Shut that one down, or give this VM an image of its own.',
    run: 'virsh list',
  },
  'why.image-not-of-format': {
    by: 'QEMU',
    says: [
      'Image is not in {format} format',
      "Could not open '{path}': Image is not in {format} format",
      'invalid VMDK image descriptor',
      'Could not determine image format: No compatible driver found',
    ],
    cause:
      'The image is not in the format that the disk says. Ask which one it has, and say that as the disk’s format.',
    run: 'qemu-img info {path}',
    at: 'devices.disks',
  },
  'why.image-alignment': {
    by: 'QEMU',
    says: [
      "Cannot get 'write' permission without 'resize': Image size is not a multiple of request alignment",
      'Could not find working O_DIRECT alignment',
      "Could not open '{path}': Invalid argument",
      "Could not {} '{path}': filesystem does not support O_DIRECT",
      'file system may not support O_DIRECT',
    ],
    cause:
      'The cache modes none and directsync open the image with O_DIRECT, which this image or its file system can’t do (tmpfs, some network and encrypted ones, a size that is no multiple of the sector). Use cache writeback, or another place.',
    at: 'devices.disks',
  },
  'why.image-backing-format': {
    by: 'libvirt',
    says: [
      "format of backing image '{path}' of image '{image}' was not specified in the image metadata (See https://libvirt.org/kbase/backing_chains.html for troubleshooting)",
      'Backing format cannot be used without backing file',
    ],
    cause:
      'The image {image} does not say in which format its backing image is, and libvirt does not guess. Write it into the image (qcow2 shown: take the format that the backing image has).',
    run: 'qemu-img rebase -u -f qcow2 -F qcow2 -b {path} {image}',
  },
  'why.image-in-use-qcow2': {
    by: 'QEMU',
    says: [
      'qcow2: Image is corrupt; cannot be opened read/write',
      'qcow2: Marking image as corrupt: {}',
      'Image is corrupt: {}',
    ],
    cause: 'The qcow2 image is damaged. Make a copy of it first, then let qemu-img look at it and repair it.',
    run: 'qemu-img check FILE',
    at: 'devices.disks',
  },
  'why.directory-as-file': {
    by: 'QEMU',
    says: ['A block device must be specified for "{}"', "Could not open '{path}': Is a directory"],
    cause: '{path} is a directory, and a disk needs a file or a block device. Name the image in it.',
    run: 'ls -ld {path}',
  },
  'why.block-device-expected': {
    by: 'QEMU',
    says: [
      "'host_device' driver requires '{path}' to be either a character or block device",
      "'file' driver requires '{path}' to be a regular file",
    ],
    cause:
      'The disk’s type (file or block device) is not what {path} is on the host. Change the type of the disk.',
    run: 'ls -l {path}',
  },
  'why.device-busy': {
    by: 'QEMU',
    says: [
      "Could not open '{path}': Device or resource busy",
      "Cannot open log file: '{path}': Device or resource busy",
    ],
    cause:
      '{path} is in use on the host: mounted, part of a RAID or of LVM, or opened by another program. Unmount it, or end what has it: two writers would destroy it.',
    run: 'lsblk {path}; sudo fuser -v {path}',
  },
  'why.read-only': {
    by: 'QEMU',
    says: [
      "Could not open '{path}': Read-only file system",
      "Read-only block node '{path}' cannot support read-write users",
      'Block node is read-only',
      "Could not open '{path}': Operation not permitted",
    ],
    cause:
      'The guest may write to the disk, and the host can’t write to {path}. Make the disk read-only, or move the image.',
    run: 'findmnt -T {path}',
  },
  'why.no-space': {
    by: 'QEMU',
    says: [
      'No space left on device',
      'BLOCK_IO_ERROR {} nospace',
      "Cannot allocate {} bytes in file '{path}': No space left on device",
    ],
    cause:
      'The file system of the image is full: the guest is paused at the next write until there is room. Make room, then let it go on.',
    run: 'df -h; virsh domblkerror NAME; virsh resume NAME',
  },
  'why.log-directory': {
    by: 'libvirt',
    says: [
      "can't connect to virtlogd: Failed to connect socket to '{path}'",
      "Failed to connect socket to '/var/run/libvirt/virtlogd-sock': {}",
      "Failed to connect socket to '/run/libvirt/virtlogd-sock': {}",
    ],
    cause: 'virtlogd, which keeps the logs of the VMs, does not run.',
    run: 'sudo systemctl enable --now virtlogd.socket',
  },
  'why.socket-missing': {
    by: 'QEMU',
    says: [
      "Failed to connect to '{path}': No such file or directory",
      "Failed to connect to '{path}': Connection refused",
    ],
    cause:
      'QEMU is to connect to the socket {path}, and nobody listens there. Start the program that makes it first, or let QEMU listen (mode bind).',
    run: 'ls -l {path}',
  },
  'why.socket-bind': {
    by: 'QEMU',
    says: [
      'Failed to bind socket to {path}: Permission denied',
      'Failed to bind socket to {path}: No such file or directory',
      'Failed to bind socket to {path}: Address already in use',
      'Failed to unlink socket {path}: {}',
    ],
    cause:
      'QEMU can’t make the socket {path}: its directory is missing or not writable for it, or another process has it. Make the directory, or leave the path out and libvirt takes its own.',
    run: 'ls -la {path}',
  },
  'why.socket-path-long': {
    by: 'QEMU',
    says: [
      "UNIX socket path '{path}' is too long",
      "UNIX socket path '{path}' too long",
      'Path must be less than {} bytes',
    ],
    cause: 'A socket’s path has 107 bytes at most. Take a shorter one.',
  },
} as const satisfies CauseTable
