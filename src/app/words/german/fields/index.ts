import type { Catalogue } from '../../catalogue.ts'
import { access } from './access.ts'
import { channels } from './channels.ts'
import { cpu } from './cpu.ts'
import { devices } from './devices.ts'
import { disks } from './disks.ts'
import { displays } from './displays.ts'
import { firmware } from './firmware.ts'
import { hostdevs } from './hostdevs.ts'
import { memory } from './memory.ts'
import { network } from './network.ts'
import { security } from './security.ts'
import { shares } from './shares.ts'
import { snippets } from './snippets.ts'
import { source } from './source.ts'
import { tuning } from './tuning.ts'

export const fields: Catalogue = {
  ...access,
  ...channels,
  ...cpu,
  ...devices,
  ...disks,
  ...displays,
  ...firmware,
  ...hostdevs,
  ...memory,
  ...network,
  ...security,
  ...shares,
  ...snippets,
  ...source,
  ...tuning,
}
