import { formatPath } from '../../core.ts'
import { More, SpecField, SpecGroup, useStanding } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { below, type SpecPath, say, specPath, unsay, type ValueAt } from '../../spec-path.ts'
import { useSpecValue, useVmDocument, vmDocument } from '../../store.ts'
import { FieldGroup, type RadioCard, RadioCards } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { useFilledIn } from '../notes.ts'
import { PartPanel } from '../PartPanel.tsx'
import { PagePools } from './PagePools.tsx'
import { whyNoPages } from './page-pools.ts'

type Pages = 'ordinary' | '2M' | '1G' | 'host'

const backing = specPath(['libvirt', 'memory_backing'])
const hugepages = below(backing, ['hugepages'])

const balloon = specPath(['libvirt', 'devices', 'memballoon'])
const sizes: readonly SpecPath[] = [
  specPath(['libvirt', 'memory']),
  specPath(['libvirt', 'max_memory']),
  specPath(['libvirt', 'current_memory']),
  specPath(['libvirt', 'memory_unit']),
]

const shows: readonly SpecPath[] = [specPath(['ram']), balloon, ...sizes, backing]

export function Panel() {
  const source = useFilledIn(['memory_backing', 'source'])
  const access = useFilledIn(['memory_backing', 'access'])
  return (
    <PartPanel id="memory" shows={shows}>
      <Section>
        <FieldGroup>
          <SpecField path={specPath(['ram'])} />
        </FieldGroup>
      </Section>
      <Section title={t`What it is made of`}>
        <PageCards />
        <FieldGroup>
          <SpecField path={below(backing, ['source', 'type'])} label={t`Source`} note={source} />
          <SpecField path={below(backing, ['access', 'mode'])} label={t`Access`} note={access} />
          <SpecField path={below(backing, ['allocation', 'mode'])} label={t`Allocation`} />
          <SpecField path={below(backing, ['locked'])} />
        </FieldGroup>
        <SpecGroup
          path={backing}
          fields={[]}
          omit={['hugepages.size', 'source', 'access', 'allocation.mode', 'locked']}
          moreTitle={t`More`}
        />
      </Section>
      <Section
        title={t`Balloon`}
        about={t`Lets the host take memory back while the guest runs. Of no use, and in the way, with passed-through devices.`}
      >
        <SpecGroup path={balloon} fields={['model', 'autodeflate', 'free_page_reporting', 'stats.period']} />
      </Section>
      <Section>
        <More
          title={t`Hotplug and dumps`}
          remember="memory.size"
          paths={sizes}
          summary={t`memory in XML’s own words, what can be plugged in later`}
        >
          <FieldGroup>
            <SpecField path={specPath(['libvirt', 'memory_unit'])} />
            <SpecField path={specPath(['libvirt', 'current_memory'])} label={t`At the start`} />
          </FieldGroup>
          <SpecGroup path={specPath(['libvirt', 'memory'])} title={t`Memory`} />
          <SpecGroup path={specPath(['libvirt', 'max_memory'])} title={t`Most memory`} />
        </More>
      </Section>
    </PartPanel>
  )
}

function PageCards() {
  const held = useSpecValue(hugepages)
  const host = useVmDocument((state) => state.host)
  const value = pagesOf(held)
  const cards = pages.map((card) => {
    const size = sizesKib[card.value]
    return { ...card, disabledReason: size === undefined ? undefined : whyNoPages(host, size) }
  })
  return (
    <>
      <RadioCards
        label={t`Pages`}
        path={formatPath(hugepages)}
        {...useStanding(hugepages)}
        value={value}
        cards={value === 'host' ? [...cards, hostPages] : cards}
        onChange={(next) =>
          vmDocument.changeAll(
            [next === 'ordinary' ? unsay(hugepages) : say(hugepages, { size: next })],
            next === 'ordinary' ? t`use ordinary pages` : t`use ${next} pages`,
          )
        }
      />
      {held !== undefined && (
        <FieldGroup>
          <SpecField path={below(hugepages, ['size'])} />
        </FieldGroup>
      )}
      <PagePools />
    </>
  )
}

const sizesKib: Readonly<Partial<Record<Pages, number>>> = { '2M': 2048, '1G': 1024 * 1024 }

function pagesOf(held: ValueAt<typeof hugepages> | undefined): Pages {
  if (held === undefined) return 'ordinary'
  const size = held.size?.replace(/\s*i?B$/i, '').replaceAll(' ', '')
  if (size === '2M' || size === '2048K') return '2M'
  return size === '1G' || size === '1024M' ? '1G' : 'host'
}

const pages: readonly RadioCard<Pages>[] = [
  {
    value: 'ordinary',
    title: t`Ordinary pages`,
    text: t`The host gives what is used and may merge huge ones by itself. The default.`,
  },
  {
    value: '2M',
    title: t`Huge pages of 2 MiB`,
    text: t`Less work for the processor. The host has to have set them aside: vm.nr_hugepages.`,
  },
  {
    value: '1G',
    title: t`Huge pages of 1 GiB`,
    text: t`For large guests. Set aside on the host’s kernel command line: hugepagesz=1G hugepages=N.`,
  },
]

const hostPages: RadioCard<Pages> = {
  value: 'host',
  title: t`Huge pages of another size`,
  text: t`Of the size said below, else of the host’s default.`,
}
