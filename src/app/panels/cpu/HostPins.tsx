import { useMemo } from 'react'
import { hostTopology } from '../../core.ts'
import { openDialog } from '../../dialogs.ts'
import { useVmDocument, vmDocument } from '../../store.ts'
import { Button, CodeLine } from '../../ui/index.ts'
import { t, translated, WithCode } from '../../words/index.ts'
import { HostTexts } from '../host/HostTexts.tsx'
import { BestPins } from './BestPins.tsx'
import { useGuestThreads } from './guest-threads.ts'
import { HostPicture } from './HostPicture.tsx'
import { moveChip } from './move-chip.ts'
import { pinBoard } from './pin-board.ts'
import type { Chip } from './pinned-threads.ts'

/** The guest's threads on the host's: the best place for all of them, and each by hand. */
export function HostPins() {
  const facts = useVmDocument((state) => state.host)
  const host = useMemo(() => hostTopology(facts), [facts])
  const guest = useGuestThreads()
  const board = useMemo(() => (host === undefined ? undefined : pinBoard(guest, host)), [guest, host])
  if (facts === undefined || host === undefined || board === undefined) return <NoHostCpus />

  const move = (chip: Chip, from: number | undefined, to: number | undefined): string => {
    const changes = moveChip(guest, chip, from, to)
    if (changes.length === 0) return t`${chip.name} stays where it was.`
    const label = to === undefined ? t`unpin ${chip.name}` : t`pin ${chip.name} to host CPU ${to}`
    vmDocument.changeAll(changes, label)
    if (to !== undefined) return t`${chip.name} is pinned to host CPU ${to}.`
    return (chip.cpus ?? []).length > 1 && from !== undefined
      ? t`${chip.name} no longer runs on host CPU ${from}.`
      : t`${chip.name} is not pinned.`
  }
  return (
    <>
      <p className="host-sentence">
        {facts.cpu?.model === undefined ? '' : `${facts.cpu.model}: `}
        {translated(host.sentence)}
      </p>
      <BestPins facts={facts} host={host} guest={guest} />
      <HostPicture host={host} board={board} onMove={move} />
    </>
  )
}

/** How to get to know the host's threads. */
function NoHostCpus() {
  return (
    <div className="no-host-cpus">
      <p>
        <WithCode
          text={t`With the host’s sockets, caches and cores known, its threads are drawn here to put the guest’s on. The probe says them, and all else there is to know, and so does <code>lscpu -e</code>:`}
        />
      </p>
      <CodeLine code="sh vmwright-probe.sh > host.json" what={t`the command`} prompt="$" />
      <HostTexts label={t`What it printed`} placeholder={t`host.json of the probe, or lscpu -e`} />
      <div>
        <Button
          size="small"
          icon="cpu"
          onPress={() => openDialog({ kind: 'host' })}
        >{t`About the host and the probe`}</Button>
      </div>
    </div>
  )
}
