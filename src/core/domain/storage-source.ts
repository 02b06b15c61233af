/** Where the data of a disk, of a layer below it or of a variable store is. Manual: Hard drives, floppy disks, CDROMs. */
import {
  anyText,
  at,
  attribute,
  child,
  entries,
  hostName,
  hostPath,
  list,
  oneOf,
  portNumber,
  recursive,
  refusedBeside,
  type Shape,
  short,
  type Value,
  wholeNumber,
  yesNo,
} from '../table/index.ts'
import { deviceSeclabels, imageFormats, metadataCache, pciAddress, reconnect } from './common.ts'
import { auth, encryption } from './storage-login.ts'

export const storageTypes = [
  'file',
  'block',
  'dir',
  'network',
  'volume',
  'nvme',
  'vhostuser',
  'vhostvdpa',
] as const

/** `ctl` is a CAM target of FreeBSD's bhyve. */
export const storageTypeOfAny = oneOf(...storageTypes, 'ctl')

const network = { type: ['network'] } as const

const sourceOfOneLayer = {
  file: attribute('file', hostPath, { help: 'Path of the image on the host.', only: { type: ['file'] } }),
  dev: attribute('dev', hostPath, {
    label: 'Device',
    help: 'Block device of the host, best by id.',
    only: { type: ['block', 'vhostvdpa'] },
  }),
  dir: attribute('dir', hostPath, {
    label: 'Directory',
    help: 'Directory shown as a FAT file system.',
    only: { type: ['dir'] },
  }),
  protocol: attribute(
    'protocol',
    oneOf(
      'nbd',
      'iscsi',
      'rbd',
      'sheepdog',
      'gluster',
      'vxhs',
      'nfs',
      'ssh',
      'http',
      'https',
      'ftp',
      'ftps',
      'tftp',
    ),
    { help: 'Protocol of a network disk.', only: network },
  ),
  name: attribute('name', anyText, { help: 'Name of the export, image or path there.', only: network }),
  query: attribute('query', anyText, {
    help: 'What follows the ? of the address.',
    since: '6.2.0',
    only: network,
  }),
  tls: attribute('tls', yesNo, { label: 'TLS', help: 'Encrypted connection.', only: network }),
  tls_hostname: attribute('tlsHostname', anyText, {
    label: 'TLS host name',
    help: 'Name that the server’s certificate has to have.',
    since: '8.2.0',
    only: network,
  }),
  pool: attribute('pool', anyText, { help: 'Storage pool of libvirt.', only: { type: ['volume'] } }),
  volume: attribute('volume', anyText, { help: 'Volume in that pool.', only: { type: ['volume'] } }),
  mode: attribute('mode', oneOf('host', 'direct'), {
    help: 'How an iSCSI volume is reached.',
    only: { type: ['volume'] },
  }),
  type: attribute('type', oneOf('pci', 'unix'), {
    help: 'pci for NVMe, unix for vhost-user.',
    only: { type: ['nvme', 'vhostuser'] },
  }),
  path: attribute('path', hostPath, {
    help: 'Socket of the vhost-user process.',
    only: { type: ['vhostuser'] },
  }),
  namespace: attribute('namespace', wholeNumber, { help: 'NVMe namespace.', only: { type: ['nvme'] } }),
  managed: attribute('managed', yesNo, {
    help: 'libvirt takes the NVMe device from the host and gives it back.',
    only: { type: ['nvme'] },
  }),
  fdgroup: attribute('fdgroup', anyText, {
    label: 'File descriptor group',
    help: 'Open file descriptors that a program handed to libvirt under this name.',
    since: '9.0.0',
    only: { type: ['file'] },
  }),
  startup_policy: attribute('startupPolicy', oneOf('mandatory', 'requisite', 'optional'), {
    help: 'What happens when the image is missing at the start.',
  }),
  index: attribute('index', wholeNumber, { help: 'Number of the layer, as libvirt reports it.' }),
  hosts: list(
    'host',
    {
      name: attribute('name', hostName, { help: 'Host name or address.' }),
      port: attribute('port', portNumber, { help: 'Port.' }),
      transport: attribute('transport', oneOf('tcp', 'unix', 'rdma'), {
        help: 'How it is reached.',
        default: 'tcp',
      }),
      socket: attribute('socket', hostPath, { help: 'Socket, for the transport unix.' }),
    },
    { help: 'Where the network disk is.', only: network },
  ),
  snapshot: at(
    'snapshot',
    attribute('name', anyText, { help: 'Snapshot of an RBD image.', since: '1.2.11', only: network }),
  ),
  config: at(
    'config',
    attribute('file', hostPath, {
      label: 'Ceph configuration',
      help: 'Configuration file of Ceph.',
      since: '1.2.11',
      only: network,
    }),
  ),
  auth,
  encryption,
  reservations: child(
    'reservations',
    {
      managed: attribute('managed', yesNo, { help: 'libvirt runs the helper.' }),
      migration: attribute('migration', yesNo, { help: 'The reservation moves along in a migration.' }),
      source: child(
        'source',
        {
          type: attribute('type', oneOf('unix'), { help: 'unix.' }),
          path: attribute('path', hostPath, { help: 'Socket of the helper.' }),
          mode: attribute('mode', oneOf('client', 'server'), { help: 'client.' }),
          reconnect,
        },
        { help: 'A helper that runs already.' },
      ),
    },
    {
      help: 'SCSI persistent reservations of the guest.',
      since: '4.4.0',
      ...refusedBeside('disk.device-only', { device: ['lun'] }),
    },
  ),
  initiator: at(
    'initiator/iqn',
    attribute('name', anyText, {
      help: 'iSCSI name that the host goes by.',
      since: '4.7.0',
      only: network,
    }),
  ),
  slices: at(
    'slices',
    list(
      'slice',
      {
        type: attribute('type', oneOf('storage'), { help: 'storage.' }),
        offset: attribute('offset', wholeNumber, { help: 'Where it starts.', unit: 'bytes' }),
        size: attribute('size', wholeNumber, { help: 'How long it is.', unit: 'bytes' }),
      },
      { help: 'The part of the file that is the image.', since: '6.1.0' },
    ),
  ),
  ssl: at(
    'ssl',
    attribute('verify', yesNo, {
      label: 'Certificate check',
      help: 'Whether the certificate of an https or ftps server is checked.',
      since: '6.2.0',
      only: network,
    }),
  ),
  cookies: at(
    'cookies',
    entries('cookie', 'name', { help: 'Cookies for an http server.', since: '6.2.0', only: network }),
  ),
  readahead: at(
    'readahead',
    attribute('size', wholeNumber, {
      help: 'How far ahead is read from an http server.',
      unit: 'bytes',
      since: '6.2.0',
      only: network,
    }),
  ),
  timeout: at(
    'timeout',
    attribute('seconds', wholeNumber, {
      help: 'How long an answer may take.',
      unit: 's',
      since: '6.2.0',
      only: network,
    }),
  ),
  reconnect,
  identity: child(
    'identity',
    {
      user: attribute('user', anyText, { help: 'User for NFS, by name or number.' }),
      group: attribute('group', anyText, { help: 'Group for NFS, by name or number.' }),
      username: attribute('username', anyText, { help: 'User for SSH.', since: '9.8.0' }),
      keyfile: attribute('keyfile', hostPath, { help: 'Its private key.', since: '9.8.0' }),
      agentsock: attribute('agentsock', hostPath, {
        label: 'Agent socket',
        help: 'Socket of an SSH agent that has the key.',
        since: '9.8.0',
      }),
    },
    { help: 'Who the host is for NFS or SSH.', since: '6.7.0', only: network },
  ),
  known_hosts: at(
    'knownHosts',
    attribute('path', hostPath, {
      help: 'SSH file of known hosts.',
      since: '9.8.0',
      only: network,
    }),
  ),
  address: child('address', pciAddress, {
    help: 'PCI address of the NVMe device on the host.',
    only: { type: ['nvme'] },
  }),
  seclabels: deviceSeclabels,
} as const

/** `<format type='qcow2'/>` of a layer. */
export const layerFormat = short(
  'format',
  'type',
  {
    type: attribute('type', oneOf(...imageFormats), { help: 'Format of the image.' }),
    metadata_cache: metadataCache,
  },
  { help: 'Format of the image.' },
)

const dataStoreItself = {
  type: attribute('type', storageTypeOfAny, { help: 'Where the data file is.' }),
  format: layerFormat,
} as const

/** Where data is, and the file that a qcow2 image keeps its data in, which has a place of its own. */
export interface StorageSource extends Value<typeof sourceOfOneLayer> {
  readonly data_store?: DataStore | undefined
}

export interface DataStore extends Value<typeof dataStoreItself> {
  readonly source?: StorageSource | undefined
}

export const storageSource = {
  ...sourceOfOneLayer,
  data_store: recursive<DataStore>('dataStore', (): Shape => dataStore, {
    help: 'The raw file that a qcow2 image keeps its data in.',
    since: '10.10.0',
  }),
} as const

const dataStore = {
  ...dataStoreItself,
  source: recursive<StorageSource>('source', (): Shape => storageSource, { help: 'Where the data is.' }),
} as const
