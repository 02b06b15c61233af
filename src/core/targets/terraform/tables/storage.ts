/** Where the data of a disk is. */
import { attributes, flag, kind, list, number, numbers, object, required, text, usual } from '../words.ts'
import { chardev, secLabel } from './chardev.ts'
import { alias, atDev, atFile, atPath, named, namedValue } from './shared.ts'

const reconnectDelay = {
  delay: required(text('@delay')),
}

const secret = attributes('type usage uuid')

export const auth = {
  ...attributes('username'),
  secret: object('secret', secret),
}

const maxSize = {
  ...attributes('unit'),
  value: required(number('')),
}

export const metadataCache = {
  max_size: object('max_size', maxSize),
}

export const imageFormat = {
  metadata_cache: object('metadata_cache', metadataCache),
  type: required(text('@type')),
}

const block = {
  ...attributes('dev'),
  sec_label: list('seclabel', secLabel),
}

const cookies = {
  cookies: list('cookie', namedValue),
}

const dataStore = {
  format: object('format', imageFormat),
}

const sourceDir = attributes('dir')

export const encryption = {
  ...attributes('engine format'),
  secrets: list('secret', secret),
}

const sourceFile = {
  ...attributes('file'),
  fd_group: text('@fdgroup'),
  sec_label: list('seclabel', secLabel),
}

const networkHost = attributes('name port socket transport')

const identity = {
  ...attributes('group keyfile user'),
  agent_sock: text('@agentsock'),
  user_name: text('@username'),
}

const initiator = {
  iqn: object('iqn', named),
}

const network = {
  ...attributes('name protocol query tls tlsHostname'),
  auth: object('auth', auth),
  config: object('config', atFile),
  hosts: list('host', networkHost),
  identity: object('identity', identity),
  initiator: object('initiator', initiator),
  known_hosts: object('knownHosts', atPath),
  reconnect: object('reconnect', reconnectDelay),
  snapshot: object('snapshot', alias),
}

const readahead = {
  size: required(text('@size')),
}

const reservations = {
  managed: flag('@managed'),
  source: object('source', chardev('@type')),
}

const slice = {
  offset: required(number('@offset')),
  size: required(number('@size')),
  type: required(text('@type')),
}

const slices = {
  slices: list('slice', slice),
}

const ssl = {
  verify: required(text('@verify')),
}

const timeoutSeconds = {
  seconds: required(text('@seconds')),
}

const volume = {
  ...attributes('mode pool volume'),
  sec_label: list('seclabel', secLabel),
}

export const storageSource = {
  ...numbers('index'),
  ...attributes('startupPolicy'),
  block: kind('../@type', 'block', block),
  cookies: object('cookies', cookies),
  data_store: object('dataStore', dataStore),
  dir: kind('../@type', 'dir', sourceDir),
  encryption: object('encryption', encryption),
  file: usual(kind('../@type', 'file', sourceFile)),
  network: kind('../@type', 'network', network),
  readahead: object('readahead', readahead),
  reservations: object('reservations', reservations),
  slices: object('slices', slices),
  ssl: object('ssl', ssl),
  timeout: object('timeout', timeoutSeconds),
  vhost_user: kind('../@type', 'vhostuser', chardev('@type')),
  vhost_vdpa: kind('../@type', 'vhostvdpa', atDev),
  volume: kind('../@type', 'volume', volume),
}

export const backingStore = {
  ...numbers('index'),
  format: object('format', imageFormat),
  source: object('source', storageSource),
}
