import type { Catalogue } from '../../catalogue.ts'
import { access } from './access.ts'
import { channels } from './channels.ts'
import { cpu } from './cpu.ts'
import { devices } from './devices.ts'
import { disks } from './disks.ts'
import { displays } from './displays.ts'
import { firmware } from './firmware.ts'
import { host } from './host.ts'
import { hostdevs } from './hostdevs.ts'
import { memory } from './memory.ts'
import { network } from './network.ts'
import { notes } from './notes.ts'
import { security } from './security.ts'
import { shares } from './shares.ts'
import { snippets } from './snippets.ts'
import { source } from './source.ts'
import { tuning } from './tuning.ts'

export const panels: Catalogue = {
  ...access,
  ...channels,
  ...cpu,
  ...devices,
  ...disks,
  ...displays,
  ...firmware,
  ...host,
  ...hostdevs,
  ...memory,
  ...network,
  ...notes,
  ...security,
  ...shares,
  ...snippets,
  ...source,
  ...tuning,
}
