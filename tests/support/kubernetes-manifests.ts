import { ServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Secret } from 'kubernetes-models/v1/Secret';
import { Service } from 'kubernetes-models/v1/Service';
import { parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { findUnreadFields } from './unread-fields.ts';

/** What Kubernetes and the Prometheus Operator say of each kind. */
const MODELS = {
  ConfigMap,
  Deployment,
  HorizontalPodAutoscaler,
  NetworkPolicy,
  PodDisruptionBudget,
  Secret,
  Service,
  ServiceMonitor,
};

const manifest = z.looseObject({ kind: z.enum(Object.keys(MODELS) as (keyof typeof MODELS)[]) });

/** An object that a cluster is to have. */
export type Manifest = z.infer<typeof manifest>;

/** The kinds that tests can look at. */
export const MANIFEST_KINDS = Object.keys(MODELS);

/** Reads the documents of a text of YAML. @throws when one is of a kind that nobody can look at */
export function parseManifests(text: string): Manifest[] {
  return parseAllDocuments(text).map((document) => manifest.parse(document.toJS()));
}

/** The fields that its schema does not know. @throws when a field that it knows is wrong or missing */
export function findUnknownFields(value: Manifest): string[] {
  return findUnreadFields(value, (tracked) => {
    // A model would copy the manifest, and so look at every field.
    MODELS[value.kind].prototype.validate.call(tracked);
  });
}
