package io.kith.reward;

import io.kith.edge.Clinic;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RewardConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Place place(Clinic clinic) {
        return clinic::jurisdiction;
    }
}
