import type { Catalogue } from '../../catalogue.ts'
import { cloudInit } from './cloud-init.ts'
import { cpu } from './cpu.ts'
import { design } from './design.ts'
import { devices } from './devices.ts'
import { disks } from './disks.ts'
import { display } from './display.ts'
import { firmware } from './firmware.ts'
import { host } from './host.ts'
import { memory } from './memory.ts'
import { network } from './network.ts'
import { sets } from './sets.ts'

export const findings: Catalogue = {
  ...cloudInit,
  ...cpu,
  ...design,
  ...devices,
  ...disks,
  ...display,
  ...firmware,
  ...host,
  ...memory,
  ...network,
  ...sets,
}
