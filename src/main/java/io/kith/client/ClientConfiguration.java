package io.kith.client;

import io.kith.access.PhoneMask;
import io.kith.edge.Clinic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How names and telephones are read at this clinic. */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

    @Bean
    Phones phones(Clinic clinic) {
        return new Phones(clinic.region());
    }

    @Bean
    PhoneMask phoneMask(Phones phones) {
        return phones::masked;
    }

    @Bean
    SearchKeys searchKeys(Phones phones) {
        return new SearchKeys(phones);
    }
}
