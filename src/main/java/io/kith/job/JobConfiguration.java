package io.kith.job;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets features start their jobs by the clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class JobConfiguration {}
