/** What the author wants: the shortest words for one VM. The names are those of vm.yml. */
import { disk, domain, networkInterface } from '../domain/index.ts'
import {
  accountName,
  additions,
  anyText,
  anything,
  bridgeOrNetwork,
  hostPath,
  map,
  mapClosedBy,
  maps,
  modelName,
  oneOf,
  portNumber,
  positiveInt,
  size,
  textLike,
  trueFalse,
  type Value,
  value,
  values,
  wholeNumber,
} from '../table/index.ts'
import { checksumShape, installer } from './installer.ts'

const port = portNumber
const notEmpty = textLike(/\S/, 'a text that is not empty')
const userData = 'goes into the cloud-init user-data'
const recipe = 'how the disk is made; the scripts do it before the VM is defined'

const ofKind = (...kind: readonly string[]) => ({ only: { kind } }) as const
const cloudImage = ofKind('cloud_image')
const bootc = ofKind('bootc')
const clone = ofKind('clone')
const imported = ofKind('imported')
const bootstrap = ofKind('bootstrap')
const built = ofKind('bootc', 'bootstrap')

export const sourceKinds = ['cloud_image', 'bootc', 'clone', 'imported', 'bootstrap'] as const

/** Where the disk comes from: one of five kinds, each with its own fields. */
export const source = {
  kind: value(oneOf(...sourceKinds), { help: 'Where the disk comes from.', required: true, becomes: recipe }),
  url: value(notEmpty, {
    label: 'Image address',
    help: 'Where the image is fetched.',
    required: true,
    becomes: recipe,
    ...cloudImage,
  }),
  checksum: map(checksumShape, {
    help: 'What the fetched image is compared with.',
    becomes: recipe,
    ...cloudImage,
  }),
  checksum_url: value(notEmpty, {
    label: 'File of checksums',
    help: 'The publisher’s file of SHA-256 or SHA-512 sums, such as SHA256SUMS: the fetched image has to be in it. Not asked when a checksum is said.',
    becomes: recipe,
    ...cloudImage,
  }),
  cache: value(hostPath, { help: 'Where the fetched image is kept.', becomes: recipe, ...cloudImage }),
  base_user: value(accountName, {
    label: 'User of the image',
    help: 'The user that the image brings along; it only gets the key added.',
    becomes: userData,
    ...cloudImage,
  }),
  distro: value(anyText, {
    label: 'Distribution',
    help: 'Decides what packages and services are called: arch, fedora, debian, ubuntu …',
    becomes: userData,
    ...ofKind('cloud_image', 'bootstrap'),
  }),
  box: value(notEmpty, {
    label: 'Container image',
    help: 'The bootable container image.',
    alsoReadAs: ['image'],
    required: true,
    becomes: recipe,
    ...bootc,
  }),
  transport: value(oneOf('registry', 'containers-storage', 'oci', 'oci-archive', 'docker-archive', 'dir'), {
    help: 'Where the container image is taken from.',
    becomes: recipe,
    ...bootc,
  }),
  rootfs: value(oneOf('ext4', 'xfs', 'btrfs'), {
    label: 'Root file system',
    help: 'File system of the root partition.',
    becomes: recipe,
    ...built,
  }),
  root_size: value(size, {
    label: 'Size of the root',
    help: 'Size of the root partition.',
    becomes: recipe,
    ...built,
  }),
  kernel_args: value(anyText, {
    label: 'Kernel arguments',
    help: 'Added to the kernel command line.',
    becomes: recipe,
    ...built,
  }),
  from_vm: value(notEmpty, {
    label: 'VM',
    help: 'The VM that is copied.',
    required: true,
    becomes: recipe,
    ...clone,
  }),
  from_snapshot: value(anyText, {
    label: 'Snapshot',
    help: 'The snapshot of it to start from.',
    becomes: recipe,
    ...clone,
  }),
  cloud_init_clean: value(trueFalse, {
    label: 'Clean cloud-init',
    help: 'The copy forgets that cloud-init ran, and runs it again.',
    becomes: recipe,
    ...clone,
  }),
  libvirt_name: value(notEmpty, {
    label: 'Domain',
    help: 'Name of the domain in libvirt.',
    required: true,
    becomes: 'the name the domain had',
    ...imported,
  }),
  disk_path: value(hostPath, {
    label: 'Disk',
    help: 'The disk that is there already.',
    becomes: '<disk><source file=…/> of the root disk',
    ...imported,
  }),
  disk_format: value(oneOf('qcow2', 'raw', 'vmdk', 'vdi', 'vpc', 'vhdx', 'qed'), {
    label: 'Format of the disk',
    help: 'Its format.',
    becomes: '<disk><driver type=…/> of the root disk',
    ...imported,
  }),
  adopted_at: value(anyText, { help: 'When it was taken over.', becomes: 'a note for people', ...imported }),
  last_synced_at: value(anyText, {
    help: 'When it was last compared.',
    becomes: 'a note for people',
    ...imported,
  }),
  builder: value(oneOf('pacstrap', 'debootstrap', 'dnf', 'zypper', 'alpine', 'void'), {
    help: 'The tool that makes the root file system.',
    required: true,
    becomes: recipe,
    ...bootstrap,
  }),
  builder_image: value(anyText, {
    help: 'Container image that the builder runs in.',
    becomes: recipe,
    ...bootstrap,
  }),
  package: values(notEmpty, {
    label: 'Packages',
    help: 'Packages installed while it is made.',
    alsoReadAs: ['packages'],
    becomes: recipe,
    ...bootstrap,
  }),
  bootstrap_arch: value(anyText, {
    label: 'Architecture',
    help: 'Architecture of the packages.',
    becomes: recipe,
    ...bootstrap,
  }),
  bootstrap_variant: value(anyText, {
    label: 'Variant',
    help: 'Variant of the builder, such as minbase.',
    becomes: recipe,
    ...bootstrap,
  }),
} as const

const injection = (channel: string) =>
  value(oneOf('auto', 'enabled', 'disabled'), {
    help: `Whether the key goes in by ${channel}.`,
    default: 'auto',
    becomes: channel === 'SMBIOS' ? '<sysinfo><oemStrings>' : userData,
  })

export const ssh = {
  user: value(accountName, { help: 'Who logs in.', becomes: userData }),
  port: value(port, {
    label: 'Host port',
    help: 'Port of the host that leads to the guest’s SSH; 0 for none.',
    becomes: '<portForward>',
  }),
  port_auto: value(trueFalse, {
    label: 'Automatic port',
    help: 'A free port is chosen when the VM is made. Not together with a port.',
    becomes: 'the scripts choose the port',
  }),
  key_source: value(
    textLike(/^(auto|generate|none|\/.+)$/, 'auto, generate, none, or the absolute path of a public key'),
    {
      label: 'Key',
      help: 'Which public key goes in: yours (auto), a new one (generate), none, or that of a file.',
      default: 'auto',
      becomes: userData,
    },
  ),
  key_injection: map(
    {
      smbios: injection('SMBIOS'),
      cloud_init: injection('cloud-init'),
    },
    { label: 'How the key goes in', help: 'A cloud image takes it both ways, bootc by SMBIOS.' },
  ),
} as const

export const cloudInit = {
  hostname: value(anyText, { label: 'Host name', help: 'Name of the guest.', becomes: userData }),
  timezone: value(anyText, {
    label: 'Time zone',
    help: 'Time zone of the guest, such as Europe/Vienna.',
    becomes: userData,
  }),
  locale: value(anyText, { help: 'Language of the guest, such as de_AT.UTF-8.', becomes: userData }),
  users: maps(
    {
      name: value(accountName, { help: 'Login name.', required: true, becomes: userData }),
      sudo: value(trueFalse, { help: 'May do anything without a password.', becomes: userData }),
      groups: values(accountName, { help: 'Groups it belongs to.', becomes: userData }),
      shell: value(anyText, { help: 'Login shell.', becomes: userData }),
      lock_passwd: value(trueFalse, {
        label: 'No password',
        help: 'No login by password.',
        default: true,
        becomes: userData,
      }),
    },
    { help: 'Users to create.', becomes: userData },
  ),
  package: values(notEmpty, {
    label: 'Packages',
    help: 'Packages installed at the first boot.',
    alsoReadAs: ['packages'],
    becomes: userData,
  }),
  runcmd: values(anyText, {
    label: 'Commands',
    help: 'Commands run at the end of the first boot, each a line for the shell.',
    becomes: userData,
  }),
  bootcmd: values(anyText, {
    label: 'Early commands',
    help: 'Commands run early at every boot.',
    becomes: userData,
  }),
  write_files: maps(
    {
      path: value(notEmpty, { help: 'Where the file goes.', required: true, becomes: userData }),
      content: value(anyText, { help: 'What is in it.', becomes: userData }),
      owner: value(anyText, { help: 'user:group.', default: 'root:root', becomes: userData }),
      perms: value(anyText, {
        label: 'Permissions',
        help: 'Octal, such as 0644.',
        default: '0644',
        becomes: userData,
      }),
      encoding: value(anyText, { help: 'How the content is encoded: b64, gzip, gz+b64.', becomes: userData }),
    },
    { label: 'Files', help: 'Files written at the first boot.', becomes: userData },
  ),
  network: map(
    {
      version: value(wholeNumber, {
        help: 'Version of the format: 2.',
        default: 2,
        becomes: 'goes into the cloud-init network-config',
      }),
      ethernets: value(anything, {
        help: 'netplan’s ethernets, passed on as they are.',
        becomes: 'goes into the cloud-init network-config',
      }),
    },
    { help: 'Network configuration inside the guest; DHCP when it is not said.' },
  ),
  mirrors: map(
    {
      apt: values(notEmpty, { label: 'apt', help: 'Debian and Ubuntu mirrors.', becomes: userData }),
      dnf: values(notEmpty, { label: 'dnf', help: 'Fedora mirrors.', becomes: userData }),
      pacman: values(notEmpty, { help: 'Arch mirrors.', becomes: userData }),
    },
    { help: 'Package mirrors.' },
  ),
  charly_install: map(
    {
      strategy: value(oneOf('auto', 'scp', 'skip'), {
        help: 'How the tool gets into the guest.',
        default: 'auto',
        becomes: 'a note for the tool that installs itself',
      }),
    },
    {
      label: 'Tool install',
      help: 'How the tool that runs this vm.yml installs itself.',
      alsoReadAs: ['ov_install'],
    },
  ),
  extra: value(anyText, {
    label: 'More user-data',
    help: 'YAML that is merged into user-data.',
    becomes: userData,
  }),
} as const

const { name: ofDomain, ...ofLibvirt } = domain

/** The root disk is made of the source and the seed of cloud-init: neither is new and empty. */
const { create: _, ...moreOfDisk } = disk

const furtherWords = { help: 'Further words on the CD.', becomes: 'the disk in <devices>' } as const

/** What `libvirt:` holds: everything of the domain that has no shorter word, and XML of the author's own. */
export const libvirtConfig = {
  snippets: values(anyText, {
    help: 'XML put into <devices> or the domain, by its element.',
    becomes: 'the XML itself',
  }),
  xml_passthrough: value(anyText, {
    label: 'Domain XML',
    help: 'Domain XML merged in where nothing is yet.',
    becomes: 'the XML itself',
  }),
  root_disk: additions(moreOfDisk, {
    label: 'Root disk',
    help: 'Further words on the root disk that is made of the source, such as driver: {cache: none}.',
    becomes: 'the root disk in <devices>',
  }),
  installer_disk: additions(moreOfDisk, { label: 'Installer CD', ...furtherWords }),
  drivers_disk: additions(moreOfDisk, { label: 'Drivers CD', ...furtherWords }),
  answers_disk: additions(moreOfDisk, { label: 'Answers CD', ...furtherWords }),
  seed_disk: additions(moreOfDisk, {
    label: 'Seed disk',
    help: 'Further words on the CD that brings the cloud-init seed.',
    becomes: 'the disk of the seed in <devices>',
  }),
  first_interface: additions(networkInterface, {
    label: 'First interface',
    help: 'Further words on the interface that is made of network, such as driver: {queues: 4}.',
    becomes: 'the first <interface>',
  }),
  ...ofLibvirt,
  memory_unit: value(oneOf('bytes', 'KiB', 'MiB', 'GiB', 'TiB'), {
    help: 'Unit that the XML writes the memory in.',
    default: 'MiB',
    becomes: '<memory unit=…>',
  }),
  leave_out: values(notEmpty, {
    label: 'Left out',
    help: 'What vmwright would add and this VM is to do without: paths such as vcpu.placement or root_disk.driver.type, and devices such as seed_disk.',
    becomes: 'what is missing from the XML',
  }),
} as const

export const network = {
  mode: value(oneOf('user', 'bridge', 'nat', 'network'), {
    help: 'user needs no rights, bridge puts the guest beside the host, nat and network use libvirt’s.',
    default: 'user',
    becomes: '<interface type=…>',
  }),
  model: value(modelName, {
    help: 'The card that the guest sees.',
    default: 'virtio',
    defaultUnless: 'guest',
    becomes: '<interface><model type=…/>',
  }),
  bridge: value(bridgeOrNetwork, {
    help: 'Bridge of the host, or the network of libvirt in mode network.',
    becomes: '<interface><source …/>',
  }),
  mac: value(
    textLike(
      /^[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}$/,
      'six pairs of hexadecimal digits such as 52:54:00:12:34:56',
    ),
    {
      label: 'MAC address',
      help: 'libvirt makes one up when it is not said.',
      becomes: '<interface><mac address=…/>',
    },
  ),
  port_forwards: values(textLike(/^\d{1,5}:\d{1,5}$/, 'HOST:GUEST such as 8080:80'), {
    label: 'Port forwards',
    help: 'Port of the host and port of the guest, on 127.0.0.1.',
    example: '8080:80',
    becomes: '<interface><portForward>',
  }),
} as const

export const vmSpec = {
  guest: value(notEmpty, {
    label: 'What will run in it',
    help: 'The system and its version, such as ubuntu-24.04 or windows-11; what it needs is filled in.',
    example: 'ubuntu-24.04',
    becomes: 'firmware, devices and sizes that nobody says otherwise',
  }),
  source: mapClosedBy('kind', source, { help: 'Where the disk comes from.' }),
  installer: map(installer, { help: 'The CD to install from.' }),
  disk_size: value(size, {
    help: 'Size of the root disk.',
    example: '40G',
    becomes: 'the scripts make the disk in this size',
  }),
  ram: value(size, {
    label: 'Memory',
    help: 'Memory of the guest.',
    example: '8G',
    becomes: '<memory> and <currentMemory>',
  }),
  cpu: value(positiveInt, {
    label: 'vCPUs',
    help: 'Number of vCPUs.',
    alsoReadAs: ['cpus'],
    becomes: '<vcpu>',
  }),
  nested: value(trueFalse, {
    label: 'VMs inside this VM',
    help: 'The guest may run VMs of its own. The host’s module of KVM has to allow it; false takes it away.',
    becomes: '<cpu><feature name="vmx"> or svm, by the host’s processor',
  }),
  machine: value(oneOf('q35', 'virt', 'i440fx', 'pc'), {
    help: 'Kind of mainboard: q35 on x86_64, virt elsewhere; pc is the old one.',
    becomes: '<os><type machine=…>',
  }),
  firmware: value(oneOf('bios', 'uefi-insecure', 'uefi-secure'), {
    help: 'bios, UEFI, or UEFI that boots signed systems only.',
    default: 'bios',
    defaultUnless: 'guest',
    becomes: '<os firmware=…> or <loader>',
  }),
  backend: value(oneOf('auto', 'libvirt', 'qemu'), {
    help: 'What runs the VM.',
    default: 'auto',
    becomes: 'which of the outputs is used',
  }),
  autostart: value(trueFalse, {
    help: 'The VM starts with the host.',
    default: false,
    becomes: 'virsh autostart in the scripts',
  }),
  from: value(notEmpty, {
    help: 'The VM that this is a deployment of; what that one says is not repeated here.',
    becomes: 'read by what deploys VMs; no output has it',
  }),
  disposable: value(trueFalse, {
    help: 'The deployment may be made anew at any time.',
    becomes: 'read by what deploys VMs; no output has it',
  }),
  plan: value(anything, {
    help: 'Steps that check the VM when it runs.',
    becomes: 'read by what deploys VMs; no output has it',
  }),
  network: map(network, {
    help: 'The first network interface.',
    countsBeside: ['libvirt', 'devices', 'interfaces'],
  }),
  ssh: map(ssh, { label: 'SSH', help: 'How one logs in.' }),
  cloud_init: map(cloudInit, { label: 'cloud-init', help: 'What the guest does at its first boot.' }),
  libvirt: map(libvirtConfig, { help: 'Everything else of the domain.' }),
  snapshot: maps(
    {
      name: value(notEmpty, {
        help: 'Name of the snapshot.',
        required: true,
        becomes: 'taken by the scripts',
      }),
      description: value(anyText, { help: 'What it is for.', becomes: 'taken by the scripts' }),
      mode: value(oneOf('external', 'internal'), {
        help: 'external keeps the change in a file of its own.',
        default: 'external',
        becomes: 'taken by the scripts',
      }),
      quiesce: value(trueFalse, {
        help: 'The guest agent brings the file systems to rest.',
        becomes: 'taken by the scripts',
      }),
      from: value(anyText, { help: 'The snapshot that it follows.', becomes: 'taken by the scripts' }),
    },
    { label: 'Snapshots', help: 'Snapshots taken of the VM.' },
  ),
} as const

/** What the author wants of one VM. The name stands outside, as in vm.yml. */
export interface VmSpec extends Value<typeof vmSpec> {}

/** A VmSpec and the name of its VM. */
export interface Design {
  readonly name: string
  readonly spec: VmSpec
  /** Set for one from somebody else, whose reach into the host stays among the findings. No text says it. */
  readonly cameBy?: 'link' | undefined
}
