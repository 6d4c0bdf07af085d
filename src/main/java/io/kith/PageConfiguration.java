package io.kith;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a browser keep what the page takes from WebJars, whose addresses carry their versions. */
@Configuration(proxyBeanMethods = false)
@Order(-1)
class PageConfiguration implements WebMvcConfigurer {

    private static final Duration YEAR = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry resources) {
        keep(resources, "/webjars/**", "classpath:/META-INF/resources/webjars/");
        keep(resources, "/_static/**", "classpath:/META-INF/resources/_static/");
    }

    private static void keep(ResourceHandlerRegistry resources, String pattern, String folder) {
        resources
                .addResourceHandler(pattern)
                .addResourceLocations(folder)
                .setCacheControl(CacheControl.maxAge(YEAR).cachePrivate().immutable());
    }
}
