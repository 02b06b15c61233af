import { SpecField } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { say, specPath } from '../../spec-path.ts'
import { useSpecValue, vmDocument } from '../../store.ts'
import { Button, FieldGroup } from '../../ui/index.ts'
import { counted, t } from '../../words/index.ts'
import { topologyKeys, topologyProduct } from './topology-levels.ts'
import { useVcpuCount } from './vcpu-count.ts'
import './cpu.css'

/** Sockets to threads, with their product beside the number of vCPUs. */
export function Topology() {
  const said = useSpecValue(specPath(['libvirt', 'cpu', 'topology']))
  const count = useVcpuCount()
  const numbers = topologyKeys.map((key) => said?.[key] ?? 1)
  const product = topologyProduct(numbers)
  return (
    <Section
      title={t`Topology`}
      about={t`How the vCPUs are arranged; without it each is a socket of its own.`}
    >
      <FieldGroup>
        {topologyKeys.map((key) => (
          <SpecField key={key} path={specPath(['libvirt', 'cpu', 'topology', key])} placeholder="1" />
        ))}
      </FieldGroup>
      {said !== undefined && (
        <div className="topology" role="status">
          <code>
            {numbers.join(' × ')} = {product}
          </code>
          {product === count ? (
            <span>{t`the number of vCPUs`}</span>
          ) : (
            <>
              <span className="topology__wrong">{t`but the guest has ${counted(count, 'vCPU')}`}</span>
              <Button
                size="small"
                icon="fix"
                onPress={() =>
                  vmDocument.changeAll([say(specPath(['cpu']), product)], t`set vCPUs to ${product}`)
                }
              >
                {t`Set vCPUs to ${product}`}
              </Button>
            </>
          )}
        </div>
      )}
    </Section>
  )
}
