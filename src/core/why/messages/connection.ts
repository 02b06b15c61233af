/** Reaching libvirt at all, and what becomes of a domain that is there already. */
import type { CauseTable } from '../cause.ts'

export const connectionMessages = {
  'why.daemon-down': {
    by: 'libvirt',
    says: [
      "Failed to connect socket to '{path}libvirt/libvirt-sock': No such file or directory",
      "Failed to connect socket to '{path}libvirt/virtqemud-sock': No such file or directory",
      "Failed to connect socket to '{path}': Connection refused",
      'failed to connect to the hypervisor',
      'unable to connect to libvirt qemu:///system',
      'Unable to connect to libvirt {uri}.',
      'Cannot recv data: Connection reset by peer',
      'End of file while reading data: Input/output error',
      'client socket is closed',
    ],
    cause:
      'libvirt’s daemon does not run, or ended under the request. Newer distributions have virtqemud in its place.',
    run: 'sudo systemctl enable --now libvirtd.socket || sudo systemctl enable --now virtqemud.socket virtnetworkd.socket virtstoraged.socket',
  },
  'why.not-in-group': {
    by: 'libvirt',
    says: [
      "Failed to connect socket to '{path}': Permission denied",
      "authentication unavailable: no polkit agent available to authenticate action 'org.libvirt.unix.manage'",
      "authentication failed: no polkit agent available to authenticate action 'org.libvirt.unix.manage'",
      'access denied by policy',
    ],
    cause: 'You may not speak to qemu:///system: join the group libvirt, and log in anew.',
    run: 'sudo usermod -aG libvirt "$USER"',
  },
  'why.session-directory': {
    by: 'libvirt',
    says: [
      'Failed to create state dir {path}',
      "Cannot create user runtime directory '{path}': {}",
      'cannot create {path}libvirt: Permission denied',
    ],
    cause:
      'The session has no runtime directory: log in properly (not by su or sudo), or with machinectl shell.',
    run: 'echo $XDG_RUNTIME_DIR; loginctl',
  },
  'why.already-running': {
    by: 'libvirt',
    says: [
      'Domain is already active',
      "domain '{name}' is already active",
      "domain '{name}' is already running",
      'domain is already running',
    ],
    cause: 'The VM runs already: shut it down first, or leave it as it is.',
    run: 'virsh list --all',
  },
  'why.already-defined': {
    by: 'libvirt',
    says: [
      "domain '{name}' already exists with uuid {uuid}",
      "domain '{name}' is already defined with uuid {uuid}",
      "Guest name '{name}' is already in use.",
      "domain with name '{name}' already exists",
    ],
    cause:
      'libvirt has a VM of this name with another UUID. Undefine that one (its disks stay), or take another name or its UUID.',
    run: 'virsh undefine --nvram {name}',
    at: 'name',
  },
  'why.no-such-domain': {
    by: 'libvirt',
    says: [
      "failed to get domain '{name}'",
      "Domain not found: no domain with matching name '{name}'",
      "Domain not found: no domain with matching uuid '{uuid}'",
    ],
    cause:
      'This connection has no VM {name}: qemu:///system and qemu:///session have lists of their own, and virsh takes the session unless root or told.',
    run: 'virsh -c qemu:///system list --all; virsh -c qemu:///session list --all',
  },
  'why.undefine': {
    by: 'libvirt',
    says: [
      'cannot undefine domain with nvram',
      'Refusing to undefine while {} snapshots exist',
      'cannot delete inactive domain with {count#} snapshots',
    ],
    cause:
      'The VM has a store of firmware variables or snapshots, which undefine takes along when it is told so.',
    run: 'virsh undefine --nvram --snapshots-metadata NAME',
  },
  'why.xml-syntax': {
    by: 'libvirt',
    says: [
      '(domain_definition):{line#}: {}',
      'XML document failed to parse',
      "Start tag expected, '<' not found",
      'Extra content at the end of the document',
      "EntityRef: expecting ';'",
      'xmlParseEntityRef: no name',
      "Couldn't find end of Start Tag {tag} line {line#}",
      'Opening and ending tag mismatch: {tag} line {line#} and {}',
      'AttValue: " or \' expected',
    ],
    cause:
      'The file is no well-formed XML: a tag is not closed, or & is not written as &amp;. Open it here, and the place is shown.',
    run: 'xmllint --noout FILE.xml',
  },
  'why.schema': {
    by: 'libvirt',
    says: [
      'XML document failed to validate against schema: Unable to validate doc against {path}',
      'Extra element {element} in interleave',
      'Element {parent} failed to validate content',
      'Invalid attribute {attribute} for element {element}',
      'Expecting an element {element}, got nothing',
      'Did not expect element {element} there',
      'Element {element} has extra content: {}',
      'Invalid sequence in interleave',
    ],
    cause:
      'libvirt’s schema refuses a word or a place of the XML: an element {element} that it does not know there, a value of another form, or one from a newer libvirt. virsh define --validate asks it, virt-install and virsh edit do too.',
    run: 'virt-xml-validate FILE.xml domain',
  },
  'why.timeout': {
    by: 'libvirt',
    says: [
      'Timed out during operation: cannot acquire state change lock (held by {job})',
      'cannot acquire state change lock',
    ],
    cause:
      'libvirt waits for something that QEMU still does: a start, a backup, a disk that does not answer. Wait, or end the VM.',
    run: 'virsh domjobinfo NAME; virsh destroy NAME',
  },
  'why.shutdown-ignored': {
    by: 'libvirt',
    says: [
      'QEMU guest agent is not connected',
      'QEMU guest agent is not configured',
      'Guest agent is not responding: {}',
    ],
    cause:
      'The guest agent does not answer: its channel is missing in the design, or the package qemu-guest-agent in the guest.',
    run: 'sudo systemctl enable --now qemu-guest-agent   # in the guest',
    at: 'devices.channels',
  },
  'why.virt-manager-connection': {
    by: 'virt-manager',
    says: [
      "Error polling connection '{uri}': {}",
      'Unable to connect to libvirt.',
      "Verify that the 'libvirtd' daemon is running",
      'The libvirtd service does not appear to be installed. Install and run the libvirtd service to manage virtualization on this host.',
      'Could not detect a default hypervisor. Make sure the appropriate QEMU/KVM virtualization packages are installed',
    ],
    cause:
      'virt-manager does not reach libvirt: it is not installed or does not run, or you may not speak to it.',
    run: 'systemctl status libvirtd virtqemud; groups',
  },
  'why.virt-install': {
    by: 'virt-manager',
    says: [
      '--os-variant/--osinfo OS name is required, but no value was',
      "Unknown OS name '{os}'. See `--osinfo list` for valid values.",
      'Error validating install location: {}',
      "Could not find an installable distribution at URL '{url}'",
    ],
    cause: 'virt-install could not tell the system: say its name as osinfo-query os lists it, or generic.',
    run: 'virt-install --osinfo list',
  },
  'why.spice-client': {
    by: 'virt-manager',
    says: [
      'Error connecting to graphical console: {}',
      'Connecting to graphical console for guest',
      'Unable to connect to the graphic server {address}',
      'Graphical console not configured for guest',
    ],
    cause:
      'The viewer does not reach the display of the VM: it has none, listens for another host, or the VM has ended.',
    run: 'virsh domdisplay NAME',
    at: 'devices.graphics',
  },
  'why.external-snapshot': {
    by: 'libvirt',
    says: [
      'internal snapshot for disk {disk} unsupported for storage type {format}',
      'Operation not supported: internal snapshots of a VM with pflash based firmware are not supported',
      'cannot migrate domain: {}',
      'cannot {} a domain with assigned host devices',
      'domain has active block job',
    ],
    cause:
      'This VM can’t be saved, migrated or snapshot so: raw images, flash firmware and passed-through devices have no inner state that libvirt can keep. Shut it down and copy its images, or take an external snapshot.',
    run: 'virsh snapshot-create-as NAME --disk-only --atomic',
  },
} as const satisfies CauseTable
