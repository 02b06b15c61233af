/** Directories of the host. */
import {
  attributes,
  kind,
  list,
  number,
  numberElements,
  numbers,
  object,
  presence,
  required,
  text,
} from '../words.ts'
import { acpi, alias, atDev, atFile, boot, idRange, withMode } from './shared.ts'

export const filesystem = {
  ...attributes('dmode fmode model'),
  ...numberElements('space_hard_limit space_soft_limit'),
  access_mode: text('@accessmode'),
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  binary: object('binary', {
    ...attributes('path xattr'),
    cache: object('cache', withMode),
    lock: object('lock', attributes('flock posix')),
    open_files: object('openfiles', {
      max: required(number('@max')),
    }),
    sandbox: object('sandbox', withMode),
    thread_pool: object('thread_pool', numbers('size')),
  }),
  boot: object('boot', boot),
  driver: object('driver', {
    ...attributes('ats format iommu packed page_per_vq type'),
    ...numbers('queue'),
    wr_policy: text('@wrpolicy'),
  }),
  id_map: object('idmap', {
    gid: list('gid', idRange),
    uid: list('uid', idRange),
  }),
  multi_devs: text('@multidevs'),
  read_only: presence('readonly'),
  source: object('source', {
    bind: kind('../@type', 'bind', {
      dir: required(text('@dir')),
    }),
    block: kind('../@type', 'block', atDev),
    file: kind('../@type', 'file', atFile),
    mount: kind('../@type', 'mount', attributes('dir socket')),
    ram: kind('../@type', 'ram', {
      ...attributes('units'),
      usage: required(number('@usage')),
    }),
    template: kind('../@type', 'template', alias),
  }),
  space_hard_limit_unit: text('space_hard_limit/@unit'),
  space_soft_limit_unit: text('space_soft_limit/@unit'),
  target: object('target', {
    dir: required(text('@dir')),
  }),
}
