/** What serial ports, consoles, channels and all that talks have in common: an end on the host. */
import type { Devices, Item } from '../../domain/index.ts'
import { byHand, seclabelsDecisions, written, writtenIn } from '../decisions/index.ts'

/** One end of it on the host: libvirt has the same for all of them. */
export type ChardevSource = NonNullable<Item<Devices['serial']>['source']>

/** What serial ports, consoles and channels have in common. */
export interface Chardev {
  readonly type?: string | undefined
  readonly source?: ChardevSource | undefined
  readonly more_sources?: readonly ChardevSource[] | undefined
  readonly protocol?: { readonly type?: string | undefined } | undefined
  readonly log?: { readonly file?: string | undefined; readonly append?: boolean | undefined } | undefined
}

const nullModem = byHand('Null modems (nmdm) are left out: they belong to FreeBSD.')

/** What becomes of the host's end. */
const sourceDecisions = {
  ...writtenIn<ChardevSource>()('mode host service tls channel append'),
  master: nullModem,
  slave: nullModem,
  reconnect: {
    enabled: written,
    timeout: written,
    delay: byHand('The delay is left out: it belongs to vhost-user networks. Say timeout.'),
  },
  clipboard: written,
  mouse: written,
  path: written,
  seclabels: seclabelsDecisions,
} as const

export const chardevDecisions = {
  type: written,
  source: sourceDecisions,
  more_sources: sourceDecisions,
  protocol: { type: written },
  log: { file: written, append: written },
} as const
