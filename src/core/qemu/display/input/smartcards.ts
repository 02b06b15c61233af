/** Smartcards in a reader on USB. libvirt manual, Smartcard devices. */
import type { Devices, Item } from '../../../domain/index.ts'
import type { Path } from '../../../finding.ts'
import { type Build, idOf, leftOut } from '../../build/index.ts'
import { chardevDecisions, renderChardev } from '../../chardevs/chardev.ts'
import { type Decisions, written } from '../../decisions/index.ts'
import type { OptionValue } from '../../words/options.ts'
import { device } from '../../writing/index.ts'
import { seat, seatDecisions } from '../seat.ts'

type Smartcard = Item<Devices['smartcard']>

export const smartcardDecisions: Decisions<Smartcard> = {
  mode: written,
  ...chardevDecisions,
  certificates: written,
  database: written,
  ...seatDecisions,
}

/** The database of certificates that libvirt takes when none is named. */
export const defaultDatabase = '/etc/pki/nssdb'

/** A reader of QEMU has room for one card. */
export function renderSmartcards(build: Build): void {
  const full = new Set<number>()
  for (const [index, card] of (build.devices.smartcard ?? []).entries()) {
    const path = ['devices', 'smartcard', index]
    const reader = Number(card.address?.controller ?? 0)
    if (full.has(reader))
      leftOut(
        build,
        path,
        `The reader ${reader} has a card already: this one is left out. Say another ccid controller in its address; libvirt takes one card.`,
      )
    else renderCard(build, card, index, path)
    full.add(reader)
  }
}

function renderCard(build: Build, card: Smartcard, index: number, path: Path): void {
  const id = idOf(build, card.alias, `smartcard${index}`, path)
  const place = seat(build, card, path, false)
  if (card.mode === 'host' || card.mode === 'host-certificates') {
    device(build, 'ccid-card-emulated', path, emulated(build, card, path), { id }, place)
    return
  }
  const chardev = { ...card, type: card.type ?? 'spicevmc' }
  if (!renderChardev(build, chardev, `char${id}`, `${id}.sock`, path, 'smartcard')) return
  device(build, 'ccid-card-passthru', path, { chardev: `char${id}`, id }, place)
}

function emulated(build: Build, card: Smartcard, path: Path): Record<string, OptionValue> {
  if (card.mode === 'host') return { backend: 'nss-emulated' }
  const [cert1, cert2, cert3, ...more] = card.certificates ?? []
  if (more.length > 0)
    leftOut(build, [...path, 'certificates'], 'A card has three certificates: the rest is left out.')
  return { backend: 'certificates', cert1, cert2, cert3, db: card.database ?? defaultDatabase }
}
