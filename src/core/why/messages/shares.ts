/** Shared directories. */
import type { CauseTable } from '../cause.ts'

export const shareMessages = {
  'why.virtiofsd-missing': {
    by: 'libvirt',
    says: ['Unable to find a satisfying virtiofsd', 'virtiofsd binary {path} is not executable'],
    cause: 'A share over virtiofs needs virtiofsd, which is not installed on the host.',
    install: 'virtiofsd',
    at: 'devices.filesystems',
  },
  'why.share-directory': {
    by: 'libvirt',
    says: [
      "the virtiofs export directory '{path}' does not exist",
      "cannot initialize fsdev '{}': failed to open '{path}': No such file or directory",
      "cannot initialize fsdev '{}': failed to open '{path}': {}",
      'Error opening shared directory: {}',
      'Error entering sandbox: Error({path}): {}',
      "failed to open '{path}': No such file or directory",
    ],
    cause: 'The directory of a share, {path}, is not on the host.',
    run: 'mkdir -p {path}',
  },
  'why.virtiofsd-failed': {
    by: 'virtiofsd',
    says: [
      'virtiofsd died unexpectedly',
      "Could not start 'virtiofsd'",
      'Error entering sandbox: DropSupplementalGroups(Os {})',
      'Error entering sandbox: {}',
      'Error creating sandbox: {}',
      'newuidmap: uid range [{}) -> [{}) not allowed',
      'newgidmap: gid range [{}) -> [{}) not allowed',
      "Failed to connect to '{path}fs.sock': {}",
      "Failed to connect to '{path}-fs.sock': Connection refused",
      'Waiting for daemon failed: HandleRequest(InvalidParam)',
      'HandleRequest(PartialMessage)',
      "can't set up the child capabilities: {}",
      'failed to change target process id',
      'Error setting up resource limits: {}',
    ],
    cause:
      'virtiofsd ended at once. In a session it needs a range of ids of its own (/etc/subuid, /etc/subgid) and newuidmap; its log below the VM’s log says which step failed.',
    run: 'grep -H "^$USER:" /etc/subuid /etc/subgid; sudo tail -n 20 /var/log/libvirt/qemu/*-virtiofsd.log',
    at: 'devices.filesystems',
  },
  'share.shared-memory': {
    by: 'libvirt',
    says: ["'virtiofs' requires shared memory"],
    at: 'memory_backing',
  },
  'share.tag-long': {
    by: 'QEMU',
    says: [
      'tag property must be {} bytes or less',
      "mount tag '{tag}' ({} bytes) is longer than maximum ({} bytes)",
    ],
    at: 'devices.filesystems',
  },
} as const satisfies CauseTable
