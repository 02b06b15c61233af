import { useEffect } from 'react'
import { formatPath } from '../../core.ts'
import { type AddEntry, DeviceListEditor, type DeviceWords } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import type { SpecPath } from '../../spec-path.ts'
import { useVmDocument, vmDocument } from '../../store.ts'
import { t } from '../../words/index.ts'
import { PartPanel } from '../PartPanel.tsx'
import { phrase, useSpecItems } from '../spec-values.ts'
import { ShareForm } from './ShareForm.tsx'
import { type Share, shares } from './share-path.ts'

const shows: readonly SpecPath[] = [shares]

export function Panel() {
  const count = useSpecItems(shares).length
  const isUntouched = useVmDocument((state) => !(formatPath(shares) in state.selection.devices))
  // Who comes here for the first time sees at once what a share is.
  useEffect(() => {
    if (isUntouched && count > 0) vmDocument.selectDevice(shares, 0)
  }, [isUntouched, count])
  return (
    <PartPanel id="shares" shows={shows}>
      <Section>
        <DeviceListEditor
          listPath={shares}
          icon="share-folder"
          describe={shareWords}
          add={newShares}
          form={(path) => <ShareForm path={path} />}
          empty={t`No directory of the host is seen in the guest`}
        />
      </Section>
    </PartPanel>
  )
}

function shareWords({ driver, source, target, readonly, binary }: Share): DeviceWords {
  const type = driver?.type ?? 'path'
  return {
    title: target?.dir ?? t`No tag yet`,
    summary: phrase(
      type === 'path' ? '9p' : type,
      readonly === true && 'read-only',
      binary?.cache === 'always' && 'cached',
    ),
    detail: source?.dir ?? source?.socket ?? t`no directory yet`,
  }
}

const newShares: readonly AddEntry<Share>[] = [
  {
    id: 'virtiofs',
    label: 'virtiofs',
    description: t`Fast, with the semantics of a local directory; Linux 5.4 or Windows with WinFsp`,
    icon: 'share-folder',
    value: (present) => ({ driver: { type: 'virtiofs' }, target: { dir: freeTag(present) } }),
  },
  {
    id: '9p',
    label: '9p',
    description: t`Slow, needs nothing on the host; for old kernels`,
    icon: 'share-folder',
    value: (present) => ({
      driver: { type: 'path' },
      accessmode: 'mapped',
      target: { dir: freeTag(present) },
    }),
  },
]

function freeTag(present: readonly Share[]): string {
  const taken = new Set(present.map(({ target }) => target?.dir))
  if (!taken.has('workspace')) return 'workspace'
  let number = 2
  while (taken.has(`share${number}`)) number += 1
  return `share${number}`
}
