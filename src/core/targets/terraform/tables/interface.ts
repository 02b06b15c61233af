/** Network interfaces. */
import { attributes, flag, kind, list, number, numbers, object, required, same, text } from '../words.ts'
import { chardev } from './chardev.ts'
import {
  acpi,
  alias,
  atPath,
  boot,
  named,
  pciAddress,
  rom,
  teaming,
  typed,
  usbAddress,
  usbId,
} from './shared.ts'

const bandwidth = numbers('average burst floor peak')

const ipAddress = {
  ...attributes('family peer'),
  ...numbers('prefix'),
  address: required(text('@address')),
}

const route = {
  ...attributes('family netmask'),
  ...numbers('metric prefix'),
  address: required(text('@address')),
  gateway: required(text('@gateway')),
}

const socketLocal = {
  ...attributes('address'),
  ...numbers('port'),
}

const socketClient = {
  ...attributes('address'),
  ...numbers('port'),
  local: object('local', socketLocal),
}

export const networkInterface = {
  ...attributes('trustGuestRxFilters'),
  acpi: object('acpi', acpi),
  alias: object('alias', alias),
  backend: object('backend', attributes('logFile tap type vhost')),
  backend_domain: object('backenddomain', alias),
  bandwidth: object('bandwidth', {
    inbound: object('inbound', bandwidth),
    outbound: object('outbound', bandwidth),
  }),
  boot: object('boot', boot),
  coalesce: object('coalesce', {
    rx: object('rx', {
      frames: object('frames', numbers('max')),
    }),
  }),
  down_script: object('downscript', atPath),
  driver: object('driver', {
    ...attributes('ats event_idx iommu name packed page_per_vq rss rss_hash_report'),
    ...numbers('queues rx_queue_size tx_queue_size'),
    guest: object('guest', attributes('csum ecn tso4 tso6 ufo')),
    host: object('host', {
      ...attributes('csum ecn gso tso4 tso6 ufo'),
      mrg_rx_buf: text('@mrg_rxbuf'),
    }),
    io_event_fd: text('@ioeventfd'),
    tx_mode: text('@txmode'),
  }),
  filter_ref: object('filterref', {
    filter: required(text('@filter')),
    parameters: list('parameter', {
      name: required(text('@name')),
      value: required(text('@value')),
    }),
  }),
  guest: object('guest', attributes('actual dev')),
  ip: list('ip', ipAddress),
  link: object('link', {
    state: required(text('@state')),
  }),
  mac: object('mac', {
    ...attributes('check type'),
    address: required(text('@address')),
  }),
  managed: flag('@managed'),
  model: object('model', typed),
  mtu: object('mtu', {
    size: required(number('@size')),
  }),
  port_forward: list('portForward', {
    ...attributes('address dev'),
    proto: required(text('@proto')),
    ranges: list('range', {
      ...numbers('end to'),
      ...attributes('exclude'),
      start: required(number('@start')),
    }),
  }),
  port_options: object('port', attributes('isolated')),
  rom: object('rom', rom),
  route: list('route', route),
  script: object('script', atPath),
  source: object('source', {
    bridge: kind('../@type', 'bridge', {
      bridge: required(text('@bridge')),
    }),
    client: kind('../@type', 'client', socketClient),
    direct: kind('../@type', 'direct', attributes('dev mode')),
    ethernet: kind('../@type', 'ethernet', {
      ip: list('ip', ipAddress),
      route: list('route', route),
    }),
    hostdev: kind('../@type', 'hostdev', {
      pci: kind('address/@type', 'pci', {
        address: object('address', pciAddress),
      }),
      usb: kind('address/@type', 'usb', {
        address: object('address', usbAddress),
        product: object('product', usbId),
        vendor: object('vendor', usbId),
      }),
    }),
    internal: kind('../@type', 'internal', named),
    mcast: kind('../@type', 'mcast', socketClient),
    network: kind('../@type', 'network', {
      ...attributes('bridge network'),
      port_group: text('@portgroup'),
      port_id: text('@portid'),
    }),
    null: kind('../@type', 'null'),
    server: kind('../@type', 'server', socketClient),
    udp: kind('../@type', 'udp', socketClient),
    user: kind('../@type', 'user', attributes('dev')),
    vdpa: kind('../@type', 'vdpa', {
      device: text('@dev'),
    }),
    vds: kind('../@type', 'vds', {
      connection_id: number('@connectionid'),
      port_group_id: text('@portgroupid'),
      port_id: number('@portid'),
      switch_id: required(text('@switchid')),
    }),
    vhost_user: kind('../@type', 'vhostuser', {
      ...attributes('dev'),
      chardev: same(chardev('@type')),
    }),
  }),
  target: object('target', {
    dev: required(text('@dev')),
    managed: flag('@managed'),
  }),
  teaming: object('teaming', teaming),
  tune: object('tune', {
    snd_buf: required(number('sndbuf')),
  }),
  virtual_port: object('virtualport', {
    params: object('parameters', {
      any: kind('../@type', undefined, {
        instance_id: text('@instanceid'),
        interface_id: text('@interfaceid'),
        manager_id: number('@managerid'),
        profile_id: text('@profileid'),
        type_id: number('@typeid'),
        type_id_version: number('@typeidversion'),
      }),
      mido_net: kind('../@type', 'midonet', {
        interface_id: text('@interfaceid'),
      }),
      open_v_switch: kind('../@type', 'openvswitch', {
        interface_id: text('@interfaceid'),
        profile_id: text('@profileid'),
      }),
      vepa8021qbg: kind('../@type', '802.1Qbg', {
        instance_id: text('@instanceid'),
        manager_id: number('@managerid'),
        type_id: number('@typeid'),
        type_id_version: number('@typeidversion'),
      }),
      vn_tag8011qbh: kind('../@type', '802.1Qbh', {
        profile_id: text('@profileid'),
      }),
    }),
  }),
  vlan: object('vlan', {
    ...attributes('trunk'),
    tags: list('tag', {
      ...numbers('id'),
      ...attributes('nativeMode'),
    }),
  }),
}
